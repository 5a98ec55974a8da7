using System.Globalization;
using Phase1.Events;
using Phase1.FileIntake.Extraction.Word;
using Phase1.Text;

namespace Phase1.FileIntake.Extraction;

/// <summary>Bytes in, normalised text of acceptable length out, or the reason why not; stores nothing, and no large file stands in memory.</summary>
/// <remarks>Throws only for what is not the file's fault: cancellation, or a converter that cannot be started.</remarks>
sealed class TextExtractor(IntakeOptions limits)
{
    readonly PdfText _pdf = new(limits);

    public async Task<ExtractionOutcome> ExtractAsync(FileKind kind, Stream content, CancellationToken cancellation)
    {
        // The machine's own time: this limits what a file may cost, and moving the domain's clock must not trigger it.
        using var timeout = new CancellationTokenSource(limits.ExtractionTimeout, TimeProvider.System);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellation);
        try
        {
            var (text, replaced) = await ReadAsync(kind, content, either.Token);
            return LengthRule.Judge(TextNormalizer.Normalize(text).Trim(), limits) with { Note = NoteOf(replaced) };
        }
        catch (UnreadableFileException unreadable)
        {
            return ExtractionOutcome.Failed(unreadable.Code, unreadable.Message);
        }
        catch (OperationCanceledException) when (timeout.IsCancellationRequested && !cancellation.IsCancellationRequested)
        {
            return ExtractionOutcome.Failed(ValidationErrorCode.TextExtractionFailed, "Reading the file took too long.");
        }
    }

    async Task<(string Text, int Replaced)> ReadAsync(FileKind kind, Stream content, CancellationToken cancellation)
    {
        switch (kind)
        {
            case FileKind.WordDocument:
                return (await Task.Run(() => WordText.Read(content, limits, cancellation), cancellation), 0);
            case FileKind.Pdf:
                return (await _pdf.ReadAsync(content, cancellation), 0);
            default:
                var (bytes, exceeded) = await CappedStream.ReadAsync(content, limits.MostText, cancellation);
                // Refused before it is decoded: a long text in memory is several times as long as its file.
                var decoded = exceeded ? throw LengthRule.TooLong(limits) : TextDecoder.Decode(bytes.Span);
                return (decoded.Text, decoded.Replaced);
        }
    }

    static string? NoteOf(int replaced) =>
        replaced == 0
            ? null
            : string.Create(CultureInfo.InvariantCulture, $"Characters that could not be read and were replaced by U+FFFD: {replaced}.");
}
