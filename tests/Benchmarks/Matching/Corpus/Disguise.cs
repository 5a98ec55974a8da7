using Phase1.Text;

namespace Phase1.Benchmarks.Matching.Corpus;

/// <summary>What programs and platforms do to a text without changing what a reader sees.</summary>
static class Disguise
{
    public static string Wear(string text, Dice dice) =>
        dice.Next(100) switch
        {
            < 55 => text,
            < 70 => text.Replace("\n", "\r\n", StringComparison.Ordinal),
            < 74 => "\uFEFF" + text.Replace("\n", "\r\n", StringComparison.Ordinal),
            < 78 => UnicodeForms.ToDecomposed(text),
            < 82 => text.Replace(' ', '\u00A0'),
            < 85 => text.Replace("'", "\u2019", StringComparison.Ordinal).Replace("-", "\u2010", StringComparison.Ordinal),
            < 88 => text.Replace("\n", " \n", StringComparison.Ordinal),
            < 91 => text.Replace("\n", "\n\n", StringComparison.Ordinal),
            < 93 => text.Replace(" ", "  ", StringComparison.Ordinal),
            < 95 => text.Replace('\n', '\r'),
            < 97 => text.Replace(" ", " \u200B", StringComparison.Ordinal),
            < 98 => text.Replace("\n", "\n\t", StringComparison.Ordinal),
            _ => text.Replace('\n', '\u2028'),
        };
}
