using Phase1.Text;

namespace Phase1.Nlp.Matching;

/// <summary>An address in lower case, with what the comparison needs.</summary>
sealed class EmailAddress
{
    readonly LetterCounts _letters;

    const string Gmail = "@gmail.com";

    public EmailAddress(string text)
    {
        Text = text.ToLowerInvariant();
        var at = Text.IndexOf('@');
        LocalPart = Text[..at];
        // Gmail delivers a.b@ and ab@ to one person; googlemail.com is left alone as another domain.
        Canonical = Text.EndsWith(Gmail, StringComparison.Ordinal) ? LocalPart.Replace(".", "", StringComparison.Ordinal) + Gmail : Text;
        Digits = string.Concat(LocalPart.Where(char.IsDigit));
        IsAccountCode = Digits.Length > 0 && LocalPart.AsSpan().IndexOfAny('.', '_', '-') < 0;
        CodePoints = LcsPattern.CodePoints(Text);
        _letters = new LetterCounts(CodePoints);
    }

    public string Text { get; }

    public string LocalPart { get; }

    /// <summary>What two spellings of one mailbox have in common.</summary>
    public string Canonical { get; }

    public string Digits { get; }

    /// <summary>A code such as qv24117: one character more or less is another person.</summary>
    public bool IsAccountCode { get; }

    public int[] CodePoints { get; }

    /// <summary>False when the letters of the two addresses show that their ratio stays below <paramref name="least"/>.</summary>
    public bool MayReach(decimal least, EmailAddress other) =>
        new Similarity(_letters.SharedAtMost(other._letters), CodePoints.Length + other.CodePoints.Length).Reaches((double)least);

    public static EmailAddress? OfRoster(string? value)
    {
        var text = value is null ? "" : TextNormalizer.Normalize(value).Trim();
        return text.IndexOf('@') is > 0 and var at && at < text.Length - 1 ? new EmailAddress(text) : null;
    }
}
