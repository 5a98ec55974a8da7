using System.Globalization;

namespace Phase1.Text;

/// <summary>
/// How much a text looks like words of some language, judged by its characters beyond ASCII: in a wrong encoding, symbols and capitals stand within
/// words, and rare letters where frequent ones belong.
/// </summary>
static class Plausibility
{
    const string FrequentLetters = "åÅäÄöÖéÉüÜßçÇ";
    const string LessFrequentLetters = "æÆøØâÂêÊîÎôÔûÛëËïÏìÌòÒùÙãÃ";
    const string RareLetters = "šŠžŽœŒƒŸÿªºµĺĹŕŔõÕþÞðÐýÝ";

    const double Usual = 1;
    const double OtherWesternLetter = 0.9;
    const double Quote = 0.9;
    const double LessFrequentLetter = 0.8;
    const double RareLetter = 0.3;
    const double Symbol = -0.5;
    const double Misplaced = -1;

    // Three letters with accents in a row are no western word, but a word of another script in a wrong encoding.
    const int LongestAccentedRun = 2;

    /// <summary>The average over the characters beyond ASCII: 1 at best, 0 for a text without any.</summary>
    public static double Of(string text)
    {
        var (sum, count, run) = (0.0, 0, 0);
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsAscii(text[i]))
            {
                run = 0;
                continue;
            }

            run = IsAccented(text[i]) ? run + 1 : 0;
            count++;
            sum +=
                run > LongestAccentedRun
                    ? Misplaced
                    : OfCharacter(text[i], i == 0 ? ' ' : text[i - 1], i + 1 == text.Length ? ' ' : text[i + 1]);
        }

        return count == 0 ? 0 : sum / count;
    }

    static double OfCharacter(char c, char before, char after) =>
        char.GetUnicodeCategory(c) switch
        {
            UnicodeCategory.UppercaseLetter when char.IsLower(before) => Misplaced,
            UnicodeCategory.LowercaseLetter when char.IsUpper(after) => Misplaced,
            UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter when IsOtherScript(c, before) || IsOtherScript(c, after) =>
                Misplaced,
            UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.OtherLetter => OfLetter(c),
            UnicodeCategory.NonSpacingMark or UnicodeCategory.ModifierLetter or UnicodeCategory.Surrogate => RareLetter,
            UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned or UnicodeCategory.Control => Misplaced,
            _ when c == '’' => Usual,
            _ when c == '\uFFFD' || (IsLetterOfAWord(before) && IsLetterOfAWord(after)) => Misplaced,
            _ when c is '…' or '¿' or '¡' or '€' or '£' or '°' => Usual,
            UnicodeCategory.InitialQuotePunctuation or UnicodeCategory.OpenPunctuation => IsLetterOfAWord(before) ? Misplaced : Quote,
            UnicodeCategory.FinalQuotePunctuation or UnicodeCategory.ClosePunctuation => IsLetterOfAWord(after) ? Misplaced : Quote,
            UnicodeCategory.DashPunctuation or UnicodeCategory.SpaceSeparator => Usual,
            _ => Symbol,
        };

    static double OfLetter(char c) =>
        RareLetters.Contains(c) ? RareLetter
        : LessFrequentLetters.Contains(c) ? LessFrequentLetter
        : c <= '\u00FF' && !FrequentLetters.Contains(c) ? OtherWesternLetter
        : Usual;

    static bool IsAccented(char c) => c is (>= '\u00C0' and <= '\u024F' and not ('×' or '÷')) or (>= '\u1E00' and <= '\u1EFF');

    static bool IsOtherScript(char c, char neighbour) => char.IsLetter(neighbour) && IsLatin(c) != IsLatin(neighbour);

    static bool IsLatin(char c) => char.IsAscii(c) || IsAccented(c);

    /// <summary>In scripts that write no blanks between words, marks stand between letters everywhere.</summary>
    static bool IsLetterOfAWord(char c) => char.IsLetter(c) && c < '\u0E00';
}
