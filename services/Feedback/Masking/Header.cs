using System.Text.RegularExpressions;

namespace Phase1.Feedback.Masking;

/// <summary>What stands above the essay itself: name, class, date, title.</summary>
static partial class Header
{
    const int LongestLine = 60;

    /// <summary>The text from its first line of prose on; empty where there is none.</summary>
    /// <param name="text">Normalised.</param>
    internal static string Drop(string text)
    {
        for (var start = 0; start < text.Length; )
        {
            var end = text.IndexOf('\n', start);
            var line = text.AsSpan(start..(end < 0 ? text.Length : end));
            if (IsProse(line))
            {
                return text[start..];
            }
            start = end < 0 ? text.Length : end + 1;
        }
        return "";
    }

    // As in NLP, which looks for the author above this line: longer than a header's, or it ends as a sentence does.
    static bool IsProse(ReadOnlySpan<char> line) => (line.Length > LongestLine || EndsLikeSentence(line)) && !Dates().IsMatch(line);

    static bool EndsLikeSentence(ReadOnlySpan<char> line) =>
        line.TrimEnd(" \"')]}”’»") is [.., '.' or '!' or '?' or '…'] trimmed && !EndsWithInitial(trimmed);

    // "Tove H." is a name.
    static bool EndsWithInitial(ReadOnlySpan<char> line) =>
        line is [.., var letter, '.'] && char.IsUpper(letter) && (line.Length == 2 || line[^3] is ' ' or '-');

    [GeneratedRegex(@"\d{4}-\d{1,2}-\d{1,2}|\d{1,2}[./]\d{1,2}[./]\d{2,4}", RegexOptions.NonBacktracking)]
    private static partial Regex Dates();
}
