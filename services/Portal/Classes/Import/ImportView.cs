using Phase1.Portal.Frame;
using Phase1.Portal.Neighbours;
using Phase1.Portal.Words;
using Phase1.ServiceDefaults;

namespace Phase1.Portal.Classes.Import;

/// <summary>What the page of an import shows.</summary>
/// <param name="Class">The class.</param>
/// <param name="Form">The text, and what is wrong with it as a whole.</param>
/// <param name="Preview">What it would do; null before it was looked at.</param>
public sealed record ImportView(ClassDocument Class, FormState Form, RosterPreviewDocument? Preview = null)
{
    /// <summary>The bad lines first.</summary>
    internal IEnumerable<RosterLineDocument> Lines => (Preview?.Lines ?? []).OrderBy(line => !line.IsBad).ThenBy(line => line.Line);

    /// <summary>A bad line as it stands in the list, and where, to be put right at once.</summary>
    internal (int Place, string Text)? Editable(RosterLineDocument line) =>
        line.IsBad ? LineEdits.Find(Form.Values["text"], Form.Values["table"].Length > 0, line.Line) : null;

    internal int ToAdd => Preview is { } preview ? preview.Created + preview.Enrolled : 0;

    /// <summary>
    /// The list looked at: as a table, and where its first line names no columns and it has but one, as a name a line. What is wrong with it as a
    /// whole is said beside the text.
    /// </summary>
    internal static async Task<ImportView> OfAsync(
        ClassDocument @class,
        FormState form,
        RosterList list,
        RosterClient roster,
        IWords say,
        CancellationToken cancellationToken
    )
    {
        form.Values["text"] = list.Text;
        form.Values["table"] = list.IsTable ? "yes" : "";
        try
        {
            return new(@class, form, await roster.PreviewAsync(@class.Id, list, cancellationToken));
        }
        catch (ProblemException refused) when (refused.Problem.Status == StatusCodes.Status400BadRequest)
        {
            var isHeader = refused.Errors?.ContainsKey("header") is true;
            // A header alone, without a line, may be a single name.
            if (list.IsTable && (isHeader || list.Lines.Count == 1) && !HasColumns(list.Text))
            {
                return await OfAsync(@class, form, list with { IsTable = false, Bytes = null }, roster, say, cancellationToken);
            }
            return new(@class, form.Wrong("text", isHeader ? say.HeaderUnknown : say.ListUnreadable));
        }
    }

    // A comma may stand in "Last, First".
    static bool HasColumns(string text) => text.AsSpan().TrimStart() is var list && list[..End(list)].IndexOfAny('\t', ';', '|') >= 0;

    static int End(ReadOnlySpan<char> list) => list.IndexOf('\n') is >= 0 and var end ? end : list.Length;
}
