using Phase1.Text;

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

/// <summary>One way to write a name, prepared for the comparison of its letters.</summary>
sealed class NameWriting
{
    LcsPattern? _pattern;

    public NameWriting(string text)
    {
        Text = text;
        CodePoints = LcsPattern.CodePoints(text);
        Letters = new LetterCounts(CodePoints);
    }

    public string Text { get; }

    public int[] CodePoints { get; }

    public LetterCounts Letters { get; }

    public LcsPattern Pattern => _pattern ??= new LcsPattern(Text);
}

/// <summary>A name in every style; styles that change nothing share one writing, so that it is compared once.</summary>
sealed class NameSpelling
{
    readonly string _name;
    readonly NameWriting?[] _writings = new NameWriting?[8];

    public NameSpelling(string name)
    {
        _name = name;
        Changing =
            (name.Contains('-') ? SpellingStyle.HyphensAsBlanks : SpellingStyle.None)
            | (TextNormalizer.Fold(name) != name ? SpellingStyle.Folded : SpellingStyle.None);
    }

    /// <summary>The letters' styles that make a difference for this name.</summary>
    public SpellingStyle Changing { get; }

    public NameWriting this[SpellingStyle style] => _writings[(int)style] ??= Written(style);

    NameWriting Written(SpellingStyle style)
    {
        var effective = style & (Changing | SpellingStyle.SortedTokens);
        if (effective != style)
        {
            return this[effective];
        }

        if (!style.HasFlag(SpellingStyle.SortedTokens))
        {
            return new NameWriting(Write(_name, style));
        }

        var unsorted = this[style & ~SpellingStyle.SortedTokens];
        var sorted = Sort(unsorted.Text);
        return sorted == unsorted.Text ? unsorted : new NameWriting(sorted);
    }

    static string Write(string name, SpellingStyle style)
    {
        name = style.HasFlag(SpellingStyle.HyphensAsBlanks) ? name.Replace('-', ' ') : name;
        return style.HasFlag(SpellingStyle.Folded) ? TextNormalizer.Fold(name) : name;
    }

    static string Sort(string name)
    {
        var tokens = name.Split(' ');
        Array.Sort(tokens, StringComparer.Ordinal);
        return string.Join(' ', tokens);
    }
}
