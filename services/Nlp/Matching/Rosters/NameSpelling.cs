using Phase1.ServiceDefaults.Text;

namespace Phase1.Nlp.Matching;

/// <summary>How a name is written down for the comparison of its letters.</summary>
[Flags]
enum SpellingStyle
{
    None = 0,
    SortedTokens = 1,
    HyphensAsBlanks = 2,
    Folded = 4,
}

/// <summary>One way to write a pupil's name; styles that change nothing are marked so that they are compared once.</summary>
sealed class NameSpelling(string text, SpellingStyle style, SpellingStyle changing)
{
    static readonly SpellingStyle[] Styles = [.. Enumerable.Range(0, 8).Select(style => (SpellingStyle)style)];

    public string Text => text;

    public int[] CodePoints { get; } = LcsPattern.CodePoints(text);

    public SpellingStyle Style => style;

    /// <summary>The parts of the style that make a difference for this name.</summary>
    public SpellingStyle Effective => changing;

    public static IReadOnlyList<NameSpelling> AllOf(string first, string last, string legal)
    {
        string[] orders = [$"{first} {last}".Trim(), $"{last} {first}".Trim(), legal];
        return
        [
            .. orders
                .Where(name => name.Length > 0)
                .Distinct()
                .SelectMany(name => Styles.Select(style => new NameSpelling(Write(name, style), style, Changing(name, style))))
                .DistinctBy(spelling => (spelling.Text, spelling.Style)),
        ];
    }

    public static string Write(string name, SpellingStyle style)
    {
        name = style.HasFlag(SpellingStyle.HyphensAsBlanks) ? name.Replace('-', ' ') : name;
        name = style.HasFlag(SpellingStyle.Folded) ? TextNormalizer.Fold(name) : name;
        return style.HasFlag(SpellingStyle.SortedTokens) && name.Contains(' ')
            ? string.Join(' ', name.Split(' ').Order(StringComparer.Ordinal))
            : name;
    }

    public static SpellingStyle Changing(string name, SpellingStyle style)
    {
        var changing = style & SpellingStyle.SortedTokens;
        changing |= name.Contains('-') ? style & SpellingStyle.HyphensAsBlanks : SpellingStyle.None;
        changing |= TextNormalizer.Fold(name) != name ? style & SpellingStyle.Folded : SpellingStyle.None;
        return changing;
    }
}
