using System.Text;
using System.Text.Unicode;

namespace Phase1.Text;

/// <summary>
/// The one way in which the bytes of essays and rosters become text: by byte-order mark, else UTF-16 or UTF-32 without a mark, else the encoding that
/// escapes name (ISO 2022), else UTF-8, of which single bytes may be damaged, else the older encoding that fits best.
/// </summary>
public static class TextDecoder
{
    const int SampleLength = 8192;

    // In binary data about one byte in eight is a control character; a text has next to none but line ends and tabs.
    const double MaxControlShare = 0.05;

    // The mark of UTF-32 begins with that of UTF-16, so it comes first.
    static readonly Encoding[] MarkedEncodings =
    [
        new UTF32Encoding(bigEndian: false, byteOrderMark: true),
        new UTF32Encoding(bigEndian: true, byteOrderMark: true),
        new UTF8Encoding(encoderShouldEmitUTF8Identifier: true),
        new UnicodeEncoding(bigEndian: false, byteOrderMark: true),
        new UnicodeEncoding(bigEndian: true, byteOrderMark: true),
    ];

    /// <summary>Decodes a whole file. Never throws: what cannot be read becomes U+FFFD and is counted.</summary>
    /// <param name="content">The bytes of the file.</param>
    public static DecodedText Decode(ReadOnlySpan<byte> content)
    {
        if (ByMark(content) is { } marked)
        {
            return DecodeUnicode(marked, content[marked.Preamble.Length..]);
        }

        if (HasManyControls(content) && UnmarkedUnicode.Detect(content) is { } unmarked)
        {
            return DecodeUnicode(unmarked, content);
        }

        if (LegacyEncodings.DecodeEscaped(content) is { } escaped)
        {
            return escaped;
        }

        return Utf8.IsValid(content) || Utf8Damage.IsDamagedUtf8(content)
            ? DecodeUnicode(Encoding.UTF8, content)
            : LegacyEncodings.Decode(content);
    }

    /// <summary>True unless the start of the content is full of control characters, as in programs, images and archives.</summary>
    /// <param name="content">The bytes of the file.</param>
    public static bool LooksLikeText(ReadOnlySpan<byte> content) =>
        ByMark(content) is not null || !HasManyControls(content) || UnmarkedUnicode.Detect(content) is not null;

    static DecodedText DecodeUnicode(Encoding encoding, ReadOnlySpan<byte> content)
    {
        var text = encoding.GetString(content);
        return new(text, encoding.WebName, Replacements(text) - Replacements(encoding, content));
    }

    static int Replacements(string text) => text.AsSpan().Count(Rune.ReplacementChar.ToString());

    /// <summary>Replacement characters that the file itself holds: somebody else lost those bytes.</summary>
    static int Replacements(Encoding encoding, ReadOnlySpan<byte> content)
    {
        var written = encoding.GetBytes(Rune.ReplacementChar.ToString());
        var count = 0;
        for (var at = 0; content[at..].IndexOf(written) is >= 0 and var found; at += found + written.Length)
        {
            // In UTF-16 and UTF-32 the same bytes may belong to two neighbours.
            count += encoding is UTF8Encoding || (at + found) % written.Length == 0 ? 1 : 0;
        }

        return count;
    }

    static bool HasManyControls(ReadOnlySpan<byte> content)
    {
        var sample = content[..Math.Min(content.Length, SampleLength)];
        var controls = 0;
        foreach (var value in sample)
        {
            if (value is < 0x20 and not (>= 0x09 and <= 0x0D) or 0x7F)
            {
                controls++;
            }
        }

        return controls > sample.Length * MaxControlShare;
    }

    static Encoding? ByMark(ReadOnlySpan<byte> content)
    {
        foreach (var encoding in MarkedEncodings)
        {
            if (content.StartsWith(encoding.Preamble))
            {
                return encoding;
            }
        }

        return null;
    }
}
