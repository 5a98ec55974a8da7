using Phase1.Events;
using Phase1.ServiceDefaults;
using Phase1.Text;

namespace Phase1.Portal.Frame;

/// <summary>The fields of a form that was sent.</summary>
sealed class PageForm(IFormCollection form)
{
    internal static async Task<PageForm> ReadAsync(HttpContext http) => new(await http.Request.ReadFormAsync(http.RequestAborted));

    /// <summary>Without blanks at the ends; empty when the field is missing.</summary>
    internal string Text(string field) => Whole(field).Trim();

    /// <summary>As it was typed, which for a password may be a blank.</summary>
    /// <exception cref="ProblemException">400 when it holds what no database keeps.</exception>
    internal string Whole(string field)
    {
        var text = form[field].ToString();
        return StorableText.Is(text)
            ? UnicodeForms.ToComposed(text)
            : throw ProblemException.Validation(field, "The text holds a character that cannot be kept.");
    }

    /// <summary>Every value of a field that may come several times.</summary>
    internal IReadOnlyList<string> All(string field) => [.. form[field].OfType<string>()];

    /// <summary>All that was typed or ticked, without the page's token.</summary>
    internal IReadOnlyList<(string Name, string Value)> Fields =>
        [
            .. form.Where(typed => typed.Key != ForgeryFilter.Field)
                .SelectMany(typed => typed.Value.OfType<string>().Select(value => (typed.Key, value))),
        ];

    internal IReadOnlyList<IFormFile> Files(string field) => form.Files.GetFiles(field);

    /// <summary>What was typed, to be shown again with what is wrong with it.</summary>
    internal FormState State(params ReadOnlySpan<string> fields)
    {
        var state = new FormState();
        foreach (var field in fields)
        {
            state.Values[field] = Text(field);
        }
        return state;
    }
}

/// <summary>A form as it is shown: what stands in its fields, and what is wrong with them.</summary>
public sealed class FormState
{
    /// <summary>By field.</summary>
    public Dictionary<string, string> Values { get; } = [];

    /// <summary>In the reader's language, by field; those of the form as a whole under the empty name.</summary>
    public Dictionary<string, string> Errors { get; } = [];

    internal bool IsWrong => Errors.Count > 0;

    internal FormState Wrong(string field, string message)
    {
        Errors.TryAdd(field, message);
        return this;
    }
}
