using System.Buffers;
using System.Text;

namespace Phase1.Text;

/// <summary>Tells a file in UTF-8 with some damaged bytes (a quotation mark pasted from elsewhere, a cut) from one in another encoding.</summary>
static class Utf8Damage
{
    /// <summary>Answers for content that is not valid UTF-8.</summary>
    /// <remarks>
    /// A sequence of several bytes that is right in UTF-8 almost never comes about by chance in a text of a single-byte encoding: it would be a capital
    /// letter followed by a symbol. In the encodings of East Asia it does, but far less often than sequences that are wrong.
    /// </remarks>
    public static bool IsDamagedUtf8(ReadOnlySpan<byte> content)
    {
        var (right, wrong, marks) = (0, 0, 0);
        for (var rest = content; !rest.IsEmpty; )
        {
            if (rest[0] < 0x80)
            {
                var ascii = rest.IndexOfAnyExceptInRange((byte)0, (byte)0x7F);
                rest = ascii < 0 ? [] : rest[ascii..];
                continue;
            }

            var status = Rune.DecodeFromUtf8(rest, out _, out var length);
            if (status == OperationStatus.Done)
            {
                right++;
            }
            else
            {
                wrong++;
                marks += IsMarkInWindows1252(rest[0]) ? 1 : 0;
            }

            rest = rest[length..];
        }

        // Pasted quotation marks and dashes may outnumber the letters of the text itself.
        return right > 0 && (right >= wrong || marks == wrong);
    }

    /// <summary>Quotation marks, dashes, the ellipsis, the bullet and the blank that does not break.</summary>
    static bool IsMarkInWindows1252(byte value) =>
        value is 0x82 or 0x84 or 0x85 or 0x8B or (>= 0x91 and <= 0x97) or 0x9B or 0xA0 or 0xAB or 0xBB;
}
