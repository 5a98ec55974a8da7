namespace Phase1.FileIntake.Extraction;

/// <summary>The media type of a kind of file, as it is stored.</summary>
static class MediaTypes
{
    public const string Pdf = "application/pdf";
    const string Word = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    public static string Of(FileKind kind) =>
        kind switch
        {
            FileKind.WordDocument => Word,
            FileKind.Pdf => Pdf,
            _ => "text/plain",
        };

    public static FileKind KindOf(string mediaType) =>
        mediaType switch
        {
            Word => FileKind.WordDocument,
            Pdf => FileKind.Pdf,
            _ => FileKind.PlainText,
        };
}
