using Phase1.FileIntake.Extraction.Word;
using Phase1.Text;

namespace Phase1.FileIntake.Extraction;

/// <summary>Decides by name and content what a file is, before anything of it is stored.</summary>
/// <remarks>
/// A damaged file of the right kind passes: that it is damaged is found in its content, and the teacher sees it as a failed file.
/// </remarks>
static class FileSniffer
{
    public const int MaxFileNameLength = 500;
    const string OfficeLockPrefix = "~$";

    // As much as signatures and the look of a text are looked for in.
    const int StartLength = 8192;

    public static FileVerdict Examine(string fileName, Stream content, long maxBytes)
    {
        if (string.IsNullOrWhiteSpace(fileName) || fileName.Length > MaxFileNameLength)
        {
            return FileVerdict.Refuse(RefusalCodes.ValidationError);
        }

        if (fileName.StartsWith(OfficeLockPrefix, StringComparison.Ordinal) || KindByExtension(fileName) is not { } kind)
        {
            return FileVerdict.Refuse(RefusalCodes.UnsupportedMediaType);
        }

        if (content.Length == 0)
        {
            return FileVerdict.Refuse(RefusalCodes.EmptyContent);
        }

        if (content.Length > maxBytes)
        {
            return FileVerdict.Refuse(RefusalCodes.PayloadTooLarge);
        }

        return HasContentOf(kind, content) ? FileVerdict.Accept(kind) : FileVerdict.Refuse(RefusalCodes.UnsupportedMediaType);
    }

    static FileKind? KindByExtension(string fileName) =>
        Path.GetExtension(fileName).ToLowerInvariant() switch
        {
            ".txt" => FileKind.PlainText,
            ".docx" => FileKind.WordDocument,
            ".pdf" => FileKind.Pdf,
            _ => null,
        };

    static bool HasContentOf(FileKind kind, Stream content)
    {
        var start = new byte[Math.Min(content.Length, StartLength)];
        content.ReadExactly(start);
        content.Position = 0;
        return kind switch
        {
            FileKind.PlainText => !BinarySignature.IsKnown(start) && TextDecoder.LooksLikeText(start),
            FileKind.WordDocument => WordContainer.IsWordDocument(content),
            _ => PdfSignature.IsPresent(start),
        };
    }
}
