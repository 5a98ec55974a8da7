using System.Diagnostics;
using System.Text;
using Phase1.Events;

namespace Phase1.FileIntake.Extraction;

/// <summary>Text layer of a .pdf, read by Poppler's <c>pdftotext</c> in a process of its own that is killed when it takes too much.</summary>
sealed class PdfText(IntakeOptions options)
{
    const int PermissionsForbidExtraction = 3;
    const int CannotExecute = 126;
    const int NotFound = 127;
    const int MaxErrorBytes = 16 * 1024;

    public async Task<string> ReadAsync(Stream content, CancellationToken cancellation)
    {
        using var converter = await Converter.StartAsync(options);
        var process = converter.Process;
        var errors = CappedStream.ReadStartAsync(process.StandardError.BaseStream, MaxErrorBytes, cancellation);
        var written = WriteAsync(process, content, cancellation);
        var output = await CappedStream.ReadAsync(process.StandardOutput.BaseStream, options.MostText, cancellation);
        if (output.Exceeded)
        {
            throw LengthRule.TooLong(options);
        }

        var complaint = Encoding.UTF8.GetString((await errors).Span);
        await process.WaitForExitAsync(cancellation);
        await written;
        return Judge(process.ExitCode, complaint, Encoding.UTF8.GetString(output.Bytes.Span));
    }

    /// <summary>The file goes through a pipe: the converter's process finds none of it on disk.</summary>
    static async Task WriteAsync(Process process, Stream content, CancellationToken cancellation)
    {
        try
        {
            await using var input = process.StandardInput.BaseStream;
            await content.CopyToAsync(input, cancellation);
        }
        catch (IOException)
        {
            // It has seen enough and ended; its exit code says why.
        }
    }

    static string Judge(int exitCode, string complaint, string text)
    {
        if (exitCode is CannotExecute or NotFound)
        {
            throw new ConverterMissingException();
        }

        if (exitCode == PermissionsForbidExtraction || complaint.Contains("Incorrect password", StringComparison.OrdinalIgnoreCase))
        {
            throw new UnreadableFileException(ValidationErrorCode.EncryptedFileUnsupported, "The document is protected by a password.");
        }

        if (exitCode > Converter.EndedBySignal)
        {
            throw new UnreadableFileException(
                ValidationErrorCode.TextExtractionFailed,
                "Reading the document takes more time or memory than is allowed."
            );
        }

        if (exitCode != 0)
        {
            throw new UnreadableFileException(ValidationErrorCode.TextExtractionFailed, "The document is damaged.");
        }

        return string.IsNullOrWhiteSpace(text)
            ? throw new UnreadableFileException(ValidationErrorCode.TextExtractionFailed, "The document has no text layer.")
            : text;
    }
}
