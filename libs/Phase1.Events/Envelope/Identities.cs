namespace Phase1.Events;

/// <summary>
/// Who a user or an organisation is: an opaque text. It travels in records, columns and HTTP headers; a header ends at a line break and loses the
/// blanks at its ends.
/// </summary>
public static class Identities
{
    /// <summary>The most characters (code points).</summary>
    public const int Longest = 255;

    /// <summary>The rule in words.</summary>
    public const string Rule = "1..255 characters, no control characters, no blank at either end";

    /// <summary>Whether the text can be carried by all of them.</summary>
    /// <param name="text">The text.</param>
    public static bool IsValid(string text) =>
        text.Length > 0
        && ContractLimits.Characters(text) <= Longest
        && !char.IsWhiteSpace(text[0])
        && !char.IsWhiteSpace(text[^1])
        && !text.Any(char.IsControl);
}
