using System.ComponentModel;
using System.Diagnostics;
using System.Text;
using Phase1.Events;

namespace Phase1.FileIntake.Extraction;

/// <summary>Text layer of a .pdf, read by Poppler's <c>pdftotext</c> in a process of its own that is killed when it takes too much.</summary>
sealed class PdfText(IntakeOptions options)
{
    const int PermissionsForbidExtraction = 3;
    const int MaxErrorBytes = 16 * 1024;

    public async Task<string> ReadAsync(ReadOnlyMemory<byte> content, CancellationToken cancellation)
    {
        // Only this user may enter the folder; the file holds personal data.
        var folder = Directory.CreateTempSubdirectory("phase1-intake-");
        try
        {
            var file = Path.Combine(folder.FullName, "essay.pdf");
            await File.WriteAllBytesAsync(file, content, cancellation);
            return await ConvertAsync(file, folder.FullName, cancellation);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    async Task<string> ConvertAsync(string file, string folder, CancellationToken cancellation)
    {
        using var process = Start(file, folder);
        try
        {
            var errors = CappedStream.ReadStartAsync(process.StandardError.BaseStream, MaxErrorBytes, cancellation);
            var output = await CappedStream.ReadAsync(process.StandardOutput.BaseStream, options.MaxExpandedBytes, cancellation);
            if (output.Exceeded)
            {
                throw new UnreadableFileException(ValidationErrorCode.TextExtractionFailed, "The file holds more text than is allowed.");
            }

            var complaint = Encoding.UTF8.GetString((await errors).Span);
            await process.WaitForExitAsync(cancellation);
            return Judge(process.ExitCode, complaint, Encoding.UTF8.GetString(output.Bytes.Span));
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill(entireProcessTree: true);
            }
        }
    }

    Process Start(string file, string folder)
    {
        var start = new ProcessStartInfo(options.PdfToText, ["-enc", "UTF-8", "-eol", "unix", file, "-"])
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception missing)
        {
            throw new ConverterMissingException(missing);
        }
    }

    static string Judge(int exitCode, string complaint, string text)
    {
        if (exitCode == PermissionsForbidExtraction || complaint.Contains("Incorrect password", StringComparison.OrdinalIgnoreCase))
        {
            throw new UnreadableFileException(ValidationErrorCode.EncryptedFileUnsupported, "The document is protected by a password.");
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
