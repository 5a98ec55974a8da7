using DocumentFormat.OpenXml.Packaging;
using Phase1.Events;

namespace Phase1.FileIntake.Extraction;

/// <summary>Text of a .docx: page headers first, then paragraphs and table cells, one line each.</summary>
static class WordText
{
    public static string Read(byte[] content, long maxExpandedBytes, CancellationToken cancellation)
    {
        if (WordContainer.IsEncrypted(content))
        {
            throw new UnreadableFileException(ValidationErrorCode.EncryptedFileUnsupported, "The document is protected by a password.");
        }

        try
        {
            ExpansionGuard.Check(content, maxExpandedBytes, cancellation);
            return ReadPackage(content, cancellation);
        }
        // The package reader throws a dozen kinds of exception for malformed files.
        catch (Exception exception) when (exception is not (UnreadableFileException or OperationCanceledException or OutOfMemoryException))
        {
            throw new UnreadableFileException(ValidationErrorCode.TextExtractionFailed, "The document is damaged.", exception);
        }
    }

    static string ReadPackage(byte[] content, CancellationToken cancellation)
    {
        // A stream that can seek lets the package reader repair links that are no valid address instead of refusing the document.
        using var stream = new MemoryStream(content, writable: false);
        using var document = WordprocessingDocument.Open(stream, isEditable: false);
        var main = document.MainDocumentPart ?? throw new InvalidDataException("The package has no main document.");

        var headers = main
            .HeaderParts.OrderBy(part => part.Uri.OriginalString, StringComparer.Ordinal)
            .SelectMany(part => WordLines.Of(part, cancellation))
            .Where(line => !string.IsNullOrWhiteSpace(line))
            // First, odd and even pages repeat one another.
            .Distinct(StringComparer.Ordinal);
        return string.Join('\n', headers.Concat(WordLines.Of(main, cancellation)));
    }
}
