using Phase1.Portal.Frame;
using Phase1.Portal.Neighbours;
using Phase1.Text;

namespace Phase1.Portal.Classes.Import;

/// <summary>Says what a class list would do, line by line, before it does it.</summary>
static class PreviewImportEndpoint
{
    internal static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/classes/{id:guid}/import", HandleAsync).ForTeacher();

    static async Task<IResult> HandleAsync(
        Guid id,
        HttpContext http,
        ClassesClient classes,
        RosterClient roster,
        PageContext page,
        TimeProvider clock,
        CancellationToken cancellationToken
    )
    {
        var form = await PageForm.ReadAsync(http);
        var list = await ListAsync(form, cancellationToken);
        var found = await classes.FindAsync(id, cancellationToken);
        var state = new FormState();
        state.Values["key"] = Guid.CreateVersion7(clock.GetUtcNow()).ToString();
        if (list is null or { Lines.Count: 0 })
        {
            return Pages.Show<ImportPage>(
                new ImportView(found, state.Wrong("text", list is null ? page.Words.EncodingUnknown : page.Words.LinesMissing)),
                StatusCodes.Status422UnprocessableEntity
            );
        }
        var view = await ImportView.OfAsync(found, state, list, roster, page.Words, cancellationToken);
        return Pages.Show<ImportPage>(view, view.Preview is null ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK);
    }

    /// <summary>What was pasted or sent; null for a file whose encoding is a guess, since what stays in the field is sent as it stands there.</summary>
    static async Task<RosterList?> ListAsync(PageForm form, CancellationToken cancellationToken)
    {
        if (form.Files("file").FirstOrDefault(file => file.Length > 0) is not { } file)
        {
            return new(LineEdits.Apply(form.Whole("text"), form), IsTable: true);
        }
        using var bytes = new MemoryStream();
        await file.CopyToAsync(bytes, cancellationToken);
        var content = bytes.ToArray();
        var decoded = TextDecoder.Decode(content);
        return decoded.IsCertain ? new(decoded.Text.Replace('\0', '\uFFFD'), IsTable: true, content) : null;
    }
}
