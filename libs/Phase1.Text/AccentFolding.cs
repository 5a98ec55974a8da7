using System.Globalization;
using System.Text;

namespace Phase1.Text;

/// <summary>Leaves out accents, and writes letters that carry theirs inside as plain ones.</summary>
static class AccentFolding
{
    const char FirstMark = '\u0300';
    const int LongestOnStack = 256;

    /// <summary>What each character below the combining marks becomes, whatever stands beside it.</summary>
    static readonly string[] Unmarked = [.. Enumerable.Range(0, FirstMark).Select(c => FoldAny(((char)c).ToString()))];

    public static string Fold(string text) =>
        Ascii.IsValid(text) ? text
        : text.AsSpan().ContainsAnyExceptInRange('\0', (char)(FirstMark - 1)) ? FoldAny(text)
        : FoldUnmarked(text);

    static string FoldUnmarked(string text)
    {
        // No letter becomes longer than two (æ, œ, þ).
        var most = 2 * text.Length;
        SpanWriter folded = new(most <= LongestOnStack ? stackalloc char[most] : new char[most]);
        foreach (var c in text)
        {
            folded.Append(Unmarked[c]);
        }

        return folded.Written.ToString();
    }

    static string FoldAny(string text)
    {
        StringBuilder folded = new(text.Length);
        var decomposed = UnicodeForms.ToDecomposed(text);
        foreach (var c in decomposed)
        {
            if (!IsAccent(c))
            {
                Append(folded, c);
            }
        }

        return UnicodeForms.ToComposed(folded.ToString());
    }

    /// <summary>
    /// The marks of alphabets in which a name without them is still that name: accents, Hebrew points, Arabic and Syriac vowels. Where a mark is
    /// a vowel or another consonant (the scripts of India and South-East Asia, kana), it makes another name and stays.
    /// </summary>
    static bool IsAccent(char c) =>
        c >= '\u0300'
        && c
            is <= '\u036F'
                or (>= '\u0483' and <= '\u0489')
                or (>= '\u0591' and <= '\u05C7')
                or (>= '\u0610' and <= '\u074A')
                or (>= '\u1AB0' and <= '\u1AFF')
                or (>= '\u1DC0' and <= '\u1DFF')
                or (>= '\u20D0' and <= '\u20FF')
                or (>= '\uFE20' and <= '\uFE2F')
        && char.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark;

    static void Append(StringBuilder folded, char letter) =>
        _ = letter switch
        {
            'ø' => folded.Append('o'),
            'æ' => folded.Append("ae"),
            'œ' => folded.Append("oe"),
            'ł' => folded.Append('l'),
            'đ' or 'ð' or 'ɗ' => folded.Append('d'),
            'þ' => folded.Append("th"),
            'ħ' => folded.Append('h'),
            'ŧ' => folded.Append('t'),
            'ɓ' => folded.Append('b'),
            'ƙ' => folded.Append('k'),
            // The Persian and Egyptian shapes of yeh, the Persian one of kaf.
            'ی' or 'ى' => folded.Append('ي'),
            'ک' => folded.Append('ك'),
            _ => folded.Append(letter),
        };
}
