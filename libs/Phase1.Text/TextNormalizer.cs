using System.Buffers;
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
    /// The normalised form: line ends are LF, invisible and control characters are gone, NFC, blanks are single spaces, or
    /// a tab where cells of a row are kept apart by one, lines are trimmed, dashes are <c>-</c> and apostrophes are <c>'</c>.
    /// </summary>
    /// <param name="text">Any text.</param>
    /// <returns>A text for which this method is the identity.</returns>
    public static string Normalize(string text)
    {
        text = Fillers.Replace(text);
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

    /// <summary>
    /// The reading form: the normalised form once compatibility letters (full-width, ligatures, presentation forms) are plain ones, the
    /// apostrophes, quotation marks, dots and commas of all scripts are one each, and no character is left that nothing shows.
    /// </summary>
    /// <param name="text">Any text.</param>
    /// <returns>A normalised text for which this method is the identity.</returns>
    public static string ReadingForm(string text) => Normalize(CompatibilityForms.Replace(Fillers.Replace(text)));

    /// <summary>
    /// The comparison form, the one form in which names of rosters, texts and file names are compared: the reading form without case, with
    /// blanks for punctuation and other signs, <c>" - "</c> as a hyphen, apostrophes and middle dots only inside words.
    /// </summary>
    /// <param name="text">Any text.</param>
    /// <returns>Letters, marks, numbers, <c>-</c>, <c>'</c> and single blanks; empty when the text has nothing else.</returns>
    public static string ComparisonForm(string text) => ComparisonForms.Of(ReadingForm(text));

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

    /// <summary>The folded form: no accents, and the letters that carry theirs inside (ø, æ, ł, ...) as plain ones.</summary>
    /// <param name="comparisonForm">A comparison form or one of its tokens.</param>
    /// <returns>The same instance when the text is ASCII.</returns>
    public static string Fold(string comparisonForm) => AccentFolding.Fold(comparisonForm);

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

    /// <summary>True when rewriting would change nothing. Vectorised: the searches below look at many characters at once.</summary>
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
                case CharacterKind.Blank when length > 0 && target[length - 1] is not (' ' or '\t' or '\n'):
                    target[length++] = ' ';
                    break;
                case CharacterKind.Tab when length > 0 && target[length - 1] is not ('\t' or '\n'):
                    length = TrimmedLength(target, length);
                    target[length++] = '\t';
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

    static int TrimmedLength(Span<char> target, int length) => length > 0 && target[length - 1] is ' ' or '\t' ? length - 1 : length;
}
