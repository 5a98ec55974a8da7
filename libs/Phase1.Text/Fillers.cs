using System.Buffers;
using System.Globalization;
using System.Text;

namespace Phase1.Text;

/// <summary>
/// The characters that show nothing and may take room: the fillers of Hangul, the Mongolian vowel separator, the braille cell without a dot.
/// </summary>
/// <remarks>Some programs write them for a blank, others leave them within a word. What stands beside one tells which of both is meant.</remarks>
static class Fillers
{
    static readonly SearchValues<char> All = SearchValues.Create("\u115F\u1160\u180E\u2800\u3164\uFFA0");

    /// <summary>Leaves them out within a word and writes a blank for them elsewhere, before a capital too.</summary>
    /// <returns>The same instance when there are none.</returns>
    public static string Replace(string text)
    {
        var at = text.AsSpan().IndexOfAny(All);
        if (at < 0)
        {
            return text;
        }

        StringBuilder replaced = new(text.Length);
        var copied = 0;
        while (at >= 0)
        {
            replaced.Append(text, copied, at - copied);
            var run = text.AsSpan(at).IndexOfAnyExcept(All);
            copied = run < 0 ? text.Length : at + run;
            if (!IsWithinWord(text, at, copied))
            {
                replaced.Append(' ');
            }

            var next = text.AsSpan(copied).IndexOfAny(All);
            at = next < 0 ? -1 : copied + next;
        }

        return replaced.Append(text, copied, text.Length - copied).ToString();
    }

    static bool IsWithinWord(string text, int start, int end) =>
        start > 0
        && end < text.Length
        && IsOfWord(CharUnicodeInfo.GetUnicodeCategory(text, char.IsLowSurrogate(text[start - 1]) && start > 1 ? start - 2 : start - 1))
        && CharUnicodeInfo.GetUnicodeCategory(text, end) is not UnicodeCategory.UppercaseLetter and var next
        && IsOfWord(next);

    static bool IsOfWord(UnicodeCategory category) =>
        category
            is UnicodeCategory.UppercaseLetter
                or UnicodeCategory.LowercaseLetter
                or UnicodeCategory.TitlecaseLetter
                or UnicodeCategory.ModifierLetter
                or UnicodeCategory.OtherLetter
                or UnicodeCategory.NonSpacingMark
                or UnicodeCategory.SpacingCombiningMark;
}
