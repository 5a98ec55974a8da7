using System.Text;
using UtfUnknown;

namespace Phase1.Text;

/// <summary>Text in an encoding from before Unicode.</summary>
/// <remarks>
/// The detector knows the languages of the world by their frequent letters; what it does not know is what spreadsheets and editors of western Europe
/// write beside Windows-1252 ("CSV (Macintosh)", "CSV (MS-DOS)"). Those are told apart by how plausible their words are.
/// </remarks>
static class LegacyEncodings
{
    const int SampleLength = 256 * 1024;

    // Below, the detector guesses; a text that reads well in a western encoding then stays western.
    const double GoodConfidence = 0.6;
    const double Headstart = 0.5;

    // Below, a text in a western encoding is a guess: of what is no word of any language, the least bad reading.
    const double GoodPlausibility = 0.55;

    /// <summary>How runs of two bytes a character begin and end in ISO 2022 and HZ.</summary>
    static readonly (byte[] Opening, byte[] Closing, Encoding Encoding)[] Escapes =
    [
        ([.. "\e$B"u8], [.. "\e("u8], Of("iso-2022-jp")),
        ([.. "\e$@"u8], [.. "\e("u8], Of("iso-2022-jp")),
        ([.. "\e(I"u8], [.. "\e("u8], Of("iso-2022-jp")),
        ([.. "\e$)C"u8], [0x0F], Of("iso-2022-kr")),
        ([.. "~{"u8], [.. "~}"u8], Of("hz-gb-2312")),
    ];

    /// <summary>The most usual one first: it wins where several are equally plausible.</summary>
    static readonly Encoding[] Western = [Of("windows-1252"), Of("macintosh"), Of("ibm850"), Of("iso-8859-15")];

    /// <summary>Encodings that nobody writes pure: where ISO has control characters, Windows has quotation marks.</summary>
    static readonly Dictionary<string, Encoding> Supersets = new(StringComparer.OrdinalIgnoreCase)
    {
        ["iso-8859-1"] = Western[0],
        ["iso-8859-8"] = Of("windows-1255"),
        ["iso-8859-9"] = Of("windows-1254"),
        ["iso-8859-11"] = Of("windows-874"),
        ["gb2312"] = Of("gb18030"),
    };

    public static DecodedText Decode(ReadOnlySpan<byte> content)
    {
        var (encoding, isCertain) = Detect(content[..Math.Min(content.Length, SampleLength)].ToArray());
        var text = Text(encoding, content);
        return new(text, encoding.WebName, text.AsSpan().Count('\uFFFD'), isCertain);
    }

    /// <summary>Text in seven bits whose escapes name the encoding; null for any other text.</summary>
    public static DecodedText? DecodeEscaped(ReadOnlySpan<byte> content)
    {
        if (!Ascii.IsValid(content))
        {
            return null;
        }

        foreach (var (opening, closing, encoding) in Escapes)
        {
            if (content.IndexOf(opening) >= 0 && content.IndexOf(closing) >= 0)
            {
                var text = Text(encoding, content);
                return new(text, encoding.WebName, text.AsSpan().Count('\uFFFD'));
            }
        }

        return null;
    }

    static (Encoding Encoding, bool IsCertain) Detect(byte[] sample)
    {
        var western = Western.MaxBy(encoding => Plausibility.Of(Text(encoding, sample)))!;
        var plausible = Plausibility.Of(Text(western, sample));
        if (
            CharsetDetector.DetectFromBytes(sample).Detected is not { } guess
            || (Supersets.GetValueOrDefault(guess.EncodingName) ?? Find(guess.EncodingName)) is not { } guessed
        )
        {
            return (western, plausible >= GoodPlausibility);
        }

        // A wrong table of single bytes mixes capitals into words; a wrong one of double bytes has nothing but letters too.
        var needed = plausible + (guess.Confidence < GoodConfidence ? Headstart : 0);
        return Plausibility.Of(Text(guessed, sample)) is var found && found >= needed
            ? (guessed, found >= GoodPlausibility && (guessed.IsSingleByte || guess.Confidence >= GoodConfidence))
            : (western, plausible >= GoodPlausibility);
    }

    /// <summary>The text; bytes that mean nothing become U+FFFD, those that the tables map to control characters too.</summary>
    static string Text(Encoding encoding, ReadOnlySpan<byte> content) =>
        string.Create(
            encoding.GetCharCount(content),
            encoding.GetString(content),
            static (target, decoded) =>
            {
                for (var i = 0; i < target.Length; i++)
                {
                    target[i] = decoded[i] is >= '\u0080' and <= '\u009F' ? '\uFFFD' : decoded[i];
                }
            }
        );

    static Encoding Of(string name) => Find(name) ?? throw new NotSupportedException(name);

    static Encoding? Find(string name)
    {
        try
        {
            return CodePagesEncodingProvider.Instance.GetEncoding(
                    name,
                    EncoderFallback.ReplacementFallback,
                    new DecoderReplacementFallback("\uFFFD")
                ) ?? Encoding.GetEncoding(name);
        }
        catch (ArgumentException)
        {
            // The detector knows encodings that the platform does not.
            return null;
        }
    }
}
