using System.Text;
using System.Text.Unicode;

namespace Phase1.FileIntake.Extraction;

/// <summary>Plain text: by byte-order mark, else strict UTF-8, else Windows-1252.</summary>
static class TextDecoder
{
    const int SampleLength = 8192;

    // In binary data about one byte in eight is a control character; a text has next to none but line ends and tabs.
    const double MaxControlShare = 0.05;

    static readonly Encoding Windows1252 = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    // The mark of UTF-32 begins with that of UTF-16, so it comes first.
    static readonly Encoding[] MarkedEncodings =
    [
        new UTF32Encoding(bigEndian: false, byteOrderMark: true),
        new UTF32Encoding(bigEndian: true, byteOrderMark: true),
        new UTF8Encoding(encoderShouldEmitUTF8Identifier: true),
        new UnicodeEncoding(bigEndian: false, byteOrderMark: true),
        new UnicodeEncoding(bigEndian: true, byteOrderMark: true),
    ];

    public static string Decode(ReadOnlySpan<byte> content)
    {
        if (ByMark(content) is { } marked)
        {
            return marked.GetString(content[marked.Preamble.Length..]);
        }

        return Utf8.IsValid(content) ? Encoding.UTF8.GetString(content) : Windows1252.GetString(content);
    }

    /// <summary>True unless the start of the content is full of control characters, as in programs, images and archives.</summary>
    public static bool LooksLikeText(ReadOnlySpan<byte> content)
    {
        if (ByMark(content) is not null)
        {
            return true;
        }

        var sample = content[..Math.Min(content.Length, SampleLength)];
        var controls = 0;
        foreach (var value in sample)
        {
            if (value is < 0x20 and not (>= 0x09 and <= 0x0D) or 0x7F)
            {
                controls++;
            }
        }

        return controls <= sample.Length * MaxControlShare;
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
