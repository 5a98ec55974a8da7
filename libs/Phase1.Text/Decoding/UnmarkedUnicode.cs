using System.Globalization;
using System.Text;

namespace Phase1.Text;

/// <summary>UTF-16 and UTF-32 without a byte-order mark, known by what the bytes mean when they are read so.</summary>
static class UnmarkedUnicode
{
    const int SampleLength = 8192;

    // Of binary data read as UTF-16 about one unit in six is no character or for private use.
    const double MaxNonsenseShare = 0.02;

    static readonly Encoding[] Candidates =
    [
        new UTF32Encoding(bigEndian: false, byteOrderMark: false),
        new UTF32Encoding(bigEndian: true, byteOrderMark: false),
        new UnicodeEncoding(bigEndian: false, byteOrderMark: false),
        new UnicodeEncoding(bigEndian: true, byteOrderMark: false),
    ];

    public static Encoding? Detect(ReadOnlySpan<byte> content)
    {
        var sample = content[..Math.Min(content.Length, SampleLength)];
        var best = (Encoding: (Encoding?)null, Common: 0);
        foreach (var encoding in Candidates)
        {
            if (CommonCharacters(encoding, sample) is { } common && common > best.Common)
            {
                best = (encoding, common);
            }
        }

        return best.Encoding;
    }

    /// <summary>Blanks, line ends and letters of the first two thousand code points; null when too much of the sample is nonsense.</summary>
    /// <remarks>In the wrong byte order, a blank or a line end becomes a rare symbol; so the right one has more of them.</remarks>
    static int? CommonCharacters(Encoding encoding, ReadOnlySpan<byte> sample)
    {
        var (common, nonsense, total) = (0, 0, 0);
        foreach (var rune in encoding.GetString(sample).EnumerateRunes())
        {
            total++;
            if (IsNonsense(rune))
            {
                nonsense++;
            }
            else if (rune.Value < 0x800)
            {
                common++;
            }
        }

        // The sample may end within a character, and so may the file.
        return nonsense <= 1 + (total * MaxNonsenseShare) ? common : null;
    }

    static bool IsNonsense(Rune rune) =>
        rune == Rune.ReplacementChar
        || Rune.GetUnicodeCategory(rune) switch
        {
            UnicodeCategory.Control => rune.Value is not (>= 0x09 and <= 0x0D),
            UnicodeCategory.OtherNotAssigned or UnicodeCategory.PrivateUse or UnicodeCategory.Surrogate => true,
            _ => false,
        };
}
