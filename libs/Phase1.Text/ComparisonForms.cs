using System.Globalization;
using System.Text;

namespace Phase1.Text;

/// <summary>Writes a reading form as it is compared: letters without case, marks, numbers and the joints of words; all else is a blank.</summary>
static class ComparisonForms
{
    const char MiddleDot = '\u00B7';

    public static string Of(string readingForm)
    {
        StringBuilder form = new(readingForm.Length + 4);
        for (var at = 0; at < readingForm.Length; )
        {
            if (Rune.DecodeFromUtf16(readingForm.AsSpan(at), out var rune, out var length) != System.Buffers.OperationStatus.Done)
            {
                form.Append(readingForm[at]);
            }
            else if (IsWritten(rune))
            {
                AppendWithoutCase(form, rune);
            }
            else if (rune.Value is not ('\'' or MiddleDot) || !IsInsideWord(form, readingForm, at))
            {
                AppendBlank(form);
            }
            else if (rune.Value == '\'')
            {
                form.Append('\'');
            }

            at += length;
        }

        // Small letters may compose where capitals do not.
        return UnicodeForms.ToComposed(form.Replace(" - ", "-").ToString().Trim(' ', '-'));
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
    static bool IsInsideWord(StringBuilder form, string text, int at) =>
        form.Length > 0
        && form[^1] is not (' ' or '-')
        && at + 1 < text.Length
        && (char.IsLetter(text[at + 1]) || char.IsHighSurrogate(text[at + 1]));

    static void AppendWithoutCase(StringBuilder form, Rune rune)
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
            case '\u0307' when form.Length > 0 && form[^1] == 'i':
                break;
            default:
                // By way of the capital, which final forms (ς) share with the others.
                form.Append(Rune.ToLowerInvariant(Rune.ToUpperInvariant(rune)).ToString());
                break;
        }
    }

    static void AppendBlank(StringBuilder form)
    {
        if (form.Length > 0 && form[^1] != ' ')
        {
            form.Append(' ');
        }
    }
}
