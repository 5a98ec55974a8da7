namespace Phase1.FileIntake.Extraction;

static class PdfSignature
{
    // Readers accept rubbish before the header as long as it starts within the first kilobyte.
    const int SearchLength = 1024;

    public static bool IsPresent(ReadOnlySpan<byte> content) => content[..Math.Min(content.Length, SearchLength)].IndexOf("%PDF-"u8) >= 0;
}
