using System.Text;

namespace Phase1.Verification.Catalogue;

/// <summary>The catalogue on one screen.</summary>
static class ReferenceCard
{
    /// <summary>A row for each category: its failure modes, the kinds of test, and the look at a running suite.</summary>
    internal static string ToMarkdown()
    {
        var card = new StringBuilder(
            "| Category | Failure modes | Kinds of test (**critical**, *important*) | Smoke |\n|---|---|---|---|\n"
        );
        foreach (var category in FailureCatalogue.Categories)
        {
            var modes = FailureCatalogue.Modes.Where(mode => mode.Category == category).Select(mode => mode.Failure);
            var patterns = FailureCatalogue.Patterns.Where(pattern => pattern.Category == category && !pattern.IsSmoke).Select(Marked);
            card.Append(
                $"| {category.Title()} | {string.Join(", ", modes)} | {string.Join("; ", patterns)} | `{category.SmokeName()}` |\n"
            );
        }
        return card.ToString().TrimEnd('\n');
    }

    static string Marked(Pattern pattern) =>
        pattern.Importance switch
        {
            Importance.Critical => $"**{pattern.Name}**",
            Importance.Important => $"*{pattern.Name}*",
            _ => pattern.Name,
        };
}
