namespace Phase1.FileIntake.Extraction;

/// <summary>The kinds of file that can hold an essay.</summary>
enum FileKind
{
    PlainText,
    WordDocument,
    Pdf,
}
