using System.Globalization;
using System.Text;

namespace Phase1.Nlp.Matching;

/// <summary>What a word of a name may look like.</summary>
static class NameWord
{
    /// <summary>Letters with inner hyphens, apostrophes or middle dots, or letters each with a full stop (T., J.R.).</summary>
    public static bool Is(ReadOnlySpan<char> word)
    {
        if (word.IsEmpty || IsInitials(word))
        {
            return !word.IsEmpty;
        }

        var mayJoin = false;
        while (Rune.DecodeFromUtf16(word, out var rune, out var length) == System.Buffers.OperationStatus.Done)
        {
            word = word[length..];
            var isJoint = rune.Value is '-' or '\'' or '\u00B7' or '\u30FB';
            if (!(Rune.IsLetter(rune) || (mayJoin && (IsMark(rune) || (isJoint && !word.IsEmpty)))))
            {
                return false;
            }

            mayJoin = !isJoint;
        }

        return word.IsEmpty;
    }

    public static bool HasTwoLetters(ReadOnlySpan<char> word)
    {
        var letters = 0;
        foreach (var rune in word.EnumerateRunes())
        {
            letters += Rune.IsLetter(rune) ? 1 : 0;
        }

        return letters >= 2 && !IsInitials(word);
    }

    public static bool IsCapitalised(ReadOnlySpan<char> word) =>
        Is(word) && Rune.DecodeFromUtf16(word, out var first, out _) == System.Buffers.OperationStatus.Done && Rune.IsUpper(first);

    static bool IsInitials(ReadOnlySpan<char> word)
    {
        for (var i = 0; i + 1 < word.Length; i += 2)
        {
            if (!char.IsLetter(word[i]) || word[i + 1] != '.')
            {
                return false;
            }
        }

        return word.Length % 2 == 0;
    }

    static bool IsMark(Rune rune) =>
        Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;
}
