using System.Buffers;
using System.Globalization;
using System.Text;

namespace Phase1.Text;

/// <summary>
/// The one way in which texts, file names and roster values are made comparable (domain specification, section 6.1).
/// Every method ends in time linear in its input, up to the sorting of combining marks, and accepts ill-formed UTF-16.
/// </summary>
public static class TextNormalizer
{
    static readonly SearchValues<char> Separators = SearchValues.Create(" -");

    /// <summary>
    /// The normalised form: line ends are LF, invisible and control characters are gone, NFC, blanks are single spaces, lines are
    /// trimmed, dashes are <c>-</c> and apostrophes are <c>'</c>.
    /// </summary>
    /// <param name="text">Any text.</param>
    /// <returns>A text for which this method is the identity.</returns>
    public static string Normalize(string text)
    {
        var composed = UnicodeForms.ToComposed(text);
        if (!ReferenceEquals(composed, text))
        {
            // Marks that only an invisible character kept from their base compose once it is gone.
            composed = UnicodeForms.ToComposed(WithoutInvisibles(text));
        }

        if (IsNormal(composed))
        {
            return composed;
        }

        var buffer = ArrayPool<char>.Shared.Rent(composed.Length);
        try
        {
            return new string(buffer, 0, Rewrite(composed, buffer));
        }
        finally
        {
            ArrayPool<char>.Shared.Return(buffer);
        }
    }

    /// <summary>The comparison form: lower case, punctuation as blanks, <c>" - "</c> as a hyphen, blanks collapsed.</summary>
    /// <param name="normalized">A normalised text.</param>
    /// <returns>The form by which names are told apart.</returns>
    public static string ComparisonForm(string normalized)
    {
        var form = normalized.Length <= 256 ? stackalloc char[normalized.Length] : new char[normalized.Length];
        var length = 0;
        foreach (var c in normalized)
        {
            var isBlank =
                char.IsWhiteSpace(c) || c is '.' or ',' or ';' or ':' or '!' or '?' or '(' or ')' or '[' or ']' or '{' or '}' or '"';
            if (!isBlank)
            {
                form[length++] = char.ToLowerInvariant(c);
            }
            else if (length > 0 && form[length - 1] != ' ')
            {
                form[length++] = ' ';
            }
        }

        return form[..length].Trim(' ').ToString().Replace(" - ", "-", StringComparison.Ordinal);
    }

    /// <summary>The tokens of a comparison form: what stands between blanks and hyphens, in order.</summary>
    /// <param name="comparisonForm">A comparison form.</param>
    /// <returns>No empty token.</returns>
    public static string[] Tokens(string comparisonForm)
    {
        List<string> tokens = [];
        var rest = comparisonForm.AsSpan();
        while (!rest.IsEmpty)
        {
            var length = rest.IndexOfAny(Separators);
            length = length < 0 ? rest.Length : length;
            if (length > 0)
            {
                tokens.Add(rest[..length].ToString());
            }

            rest = rest[Math.Min(length + 1, rest.Length)..];
        }

        return [.. tokens];
    }

    /// <summary>The folded form: no combining marks, and the letters that carry theirs inside (ß, ø, æ, ł, ...) as plain ones.</summary>
    /// <param name="comparisonForm">A comparison form or one of its tokens.</param>
    /// <returns>The same instance when the text is ASCII.</returns>
    public static string Fold(string comparisonForm)
    {
        if (Ascii.IsValid(comparisonForm))
        {
            return comparisonForm;
        }

        StringBuilder folded = new(comparisonForm.Length);
        var decomposed = UnicodeForms.ToDecomposed(comparisonForm);
        for (var i = 0; i < decomposed.Length; i += char.IsSurrogatePair(decomposed, i) ? 2 : 1)
        {
            if (
                CharUnicodeInfo.GetUnicodeCategory(decomposed, i)
                is not (UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark)
            )
            {
                AppendFolded(folded, decomposed.AsSpan(i, char.IsSurrogatePair(decomposed, i) ? 2 : 1));
            }
        }

        return UnicodeForms.ToComposed(folded.ToString());
    }

    static void AppendFolded(StringBuilder folded, ReadOnlySpan<char> letter) =>
        folded.Append(
            letter[0] switch
            {
                'ß' => "ss",
                'ø' => "o",
                'æ' => "ae",
                'œ' => "oe",
                'ł' => "l",
                'đ' or 'ð' => "d",
                'þ' => "th",
                // What is left of a dotted capital I, which has no simple lower case.
                'ı' or 'I' => "i",
                _ => letter,
            }
        );

    static string WithoutInvisibles(string text)
    {
        StringBuilder visible = new(text.Length);
        foreach (var c in text)
        {
            if (CharacterKinds.Of(c) != CharacterKind.Invisible)
            {
                visible.Append(c);
            }
        }

        return visible.ToString();
    }

    /// <summary>True when rewriting would change nothing; found out at many characters a step.</summary>
    static bool IsNormal(ReadOnlySpan<char> text) =>
        !text.ContainsAny(CharacterKinds.Rewritten)
        && !text.StartsWith(' ')
        && !text.EndsWith(' ')
        && text.IndexOf("  ") < 0
        && text.IndexOf(" \n") < 0
        && text.IndexOf("\n ") < 0;

    static int Rewrite(string text, Span<char> target)
    {
        var length = 0;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            var kind = CharacterKinds.Of(c);
            if (kind == CharacterKind.Plain)
            {
                target[length++] = c;
                continue;
            }

            switch (kind)
            {
                case CharacterKind.Blank when length > 0 && target[length - 1] is not (' ' or '\n'):
                    target[length++] = ' ';
                    break;
                case CharacterKind.LineEnd when c != '\r' || i + 1 == text.Length || text[i + 1] != '\n':
                    length = TrimmedLength(target, length);
                    target[length++] = '\n';
                    break;
                case CharacterKind.Hyphen:
                    target[length++] = '-';
                    break;
                case CharacterKind.Apostrophe:
                    target[length++] = '\'';
                    break;
                default:
                    break;
            }
        }

        return TrimmedLength(target, length);
    }

    static int TrimmedLength(Span<char> target, int length) => length > 0 && target[length - 1] == ' ' ? length - 1 : length;
}
