namespace Phase1.Text;

/// <summary>A file's text and how it was read.</summary>
/// <param name="Text">The text without a byte-order mark.</param>
/// <param name="Encoding">The IANA name of the encoding, for example <c>utf-8</c> or <c>windows-1252</c>.</param>
/// <param name="Replaced">How many characters of <paramref name="Text"/> are U+FFFD because their bytes mean nothing in the encoding.</param>
/// <param name="IsCertain">
/// False when the encoding is a guess: the bytes make sense in several of them, or in none. The text may then be other letters than were written.
/// </param>
public sealed record DecodedText(string Text, string Encoding, int Replaced, bool IsCertain = true);
