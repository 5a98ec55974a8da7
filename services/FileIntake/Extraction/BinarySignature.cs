namespace Phase1.FileIntake.Extraction;

/// <summary>First bytes of files that are no plain text, whatever their name says.</summary>
static class BinarySignature
{
    static readonly byte[][] Signatures =
    [
        [0x89, (byte)'P', (byte)'N', (byte)'G'],
        [0xFF, 0xD8, 0xFF],
        .. Ascii("GIF87a", "GIF89a", "%PDF-", "PK\u0003\u0004", "\u007fELF", @"{\rtf", "Rar!\u001a\u0007"),
        [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1],
        [0x1F, 0x8B, 0x08],
        [(byte)'7', (byte)'z', 0xBC, 0xAF, 0x27, 0x1C],
        [(byte)'I', (byte)'I', 0x2A, 0x00],
        [(byte)'M', (byte)'M', 0x00, 0x2A],
        [(byte)'M', (byte)'Z', 0x90, 0x00],
    ];

    public static bool IsKnown(ReadOnlySpan<byte> content)
    {
        foreach (var signature in Signatures)
        {
            if (content.StartsWith(signature))
            {
                return true;
            }
        }

        return false;
    }

    static IEnumerable<byte[]> Ascii(params string[] texts) => texts.Select(System.Text.Encoding.ASCII.GetBytes);
}
