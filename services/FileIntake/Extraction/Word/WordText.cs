using Phase1.Events;

namespace Phase1.FileIntake.Extraction.Word;

/// <summary>Text of a .docx: what Word shows, and nothing else.</summary>
/// <remarks>
/// Not in the text are numbers and bullets of lists, and what is merely hard to see (white letters on white, letters of size one).
/// </remarks>
static class WordText
{
    public static string Read(Stream content, IntakeOptions limits, CancellationToken cancellation)
    {
        if (WordContainer.IsEncrypted(content))
        {
            throw new UnreadableFileException(ValidationErrorCode.EncryptedFileUnsupported, "The document is protected by a password.");
        }

        try
        {
            return string.Join('\n', Lines(content, new(limits), depth: 0, cancellation));
        }
        // Archives and XML can be malformed in a dozen ways.
        catch (Exception exception) when (exception is not (UnreadableFileException or OperationCanceledException or OutOfMemoryException))
        {
            throw new UnreadableFileException(ValidationErrorCode.TextExtractionFailed, "The document is damaged.", exception);
        }
    }

    /// <summary>The lines of a package, itself embedded in as many others.</summary>
    public static IEnumerable<string> Lines(Stream content, WordAllowance allowance, int depth, CancellationToken cancellation)
    {
        ExpansionGuard.Check(content, allowance.MaxExpandedBytes, cancellation);
        using var package = new WordPackage(content, allowance);
        return new WordDocument(package, new(allowance, depth, cancellation), allowance, cancellation).Lines();
    }
}
