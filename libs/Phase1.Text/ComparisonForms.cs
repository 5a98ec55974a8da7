using System.Buffers;
using System.Globalization;
using System.Text;

namespace Phase1.Text;

/// <summary>Writes a reading form as it is compared: letters without case, marks, numbers and the joints of words; all else is a blank.</summary>
static class ComparisonForms
{
    const int LongestOnStack = 256;
    const char MiddleDot = '\u00B7';

    public static string Of(string readingForm)
    {
        // No character becomes longer but ß.
        var most = 2 * readingForm.Length;
        SpanWriter form = new(most <= LongestOnStack ? stackalloc char[most] : new char[most]);
        for (var at = 0; at < readingForm.Length; )
        {
            if (char.IsAsciiLetterOrDigit(readingForm[at]))
            {
                form.Append(char.ToLowerInvariant(readingForm[at++]));
                continue;
            }

            if (Rune.DecodeFromUtf16(readingForm.AsSpan(at), out var rune, out var length) != OperationStatus.Done)
            {
                form.Append(readingForm[at]);
            }
            else if (IsWritten(rune))
            {
                AppendWithoutCase(ref form, rune);
            }
            else if (rune.Value is not ('\'' or MiddleDot) || !IsInsideWord(form.Last, readingForm, at))
            {
                AppendBlank(ref form);
            }
            else if (rune.Value == '\'')
            {
                form.Append('\'');
            }

            at += length;
        }

        // Small letters may compose where capitals do not.
        return UnicodeForms.ToComposed(form.Written.Trim(" -").ToString().Replace(" - ", "-", StringComparison.Ordinal));
    }

    static bool IsWritten(Rune rune) => rune.Value == '-' || Rune.IsLetterOrDigit(rune) || IsMarkOrNumber(rune);

    static bool IsMarkOrNumber(Rune rune) =>
        Rune.GetUnicodeCategory(rune)
            is UnicodeCategory.NonSpacingMark
                or UnicodeCategory.SpacingCombiningMark
                or UnicodeCategory.EnclosingMark
                or UnicodeCategory.LetterNumber
                or UnicodeCategory.OtherNumber;

    /// <summary>An apostrophe or a middle dot counts between two letters only (O'Dell, Gal·la); elsewhere it is a quotation mark or a bullet.</summary>
    static bool IsInsideWord(char before, string text, int at) =>
        before is not ('\0' or ' ' or '-') && at + 1 < text.Length && (char.IsLetter(text[at + 1]) || char.IsHighSurrogate(text[at + 1]));

    static void AppendWithoutCase(ref SpanWriter form, Rune rune)
    {
        switch (rune.Value)
        {
            case 'ß' or 'ẞ':
                form.Append("ss");
                break;
            // Turkish has a dotted and a dotless i; other languages, and programs that do not know Turkish, mix them up.
            case 'ı' or 'İ':
                form.Append('i');
                break;
            case '\u0307' when form.Last == 'i':
                break;
            // Greek capitals are written without accents.
            case >= 0x0300 and <= 0x036F when GreekLetters.Is(form.Last):
                break;
            default:
                // By way of the capital, which final forms (ς) share with the others.
                form.Append(GreekLetters.WithoutAccents(Rune.ToLowerInvariant(Rune.ToUpperInvariant(rune))));
                break;
        }
    }

    static void AppendBlank(ref SpanWriter form)
    {
        if (form.Last is not ('\0' or ' '))
        {
            form.Append(' ');
        }
    }
}
