using Phase1.Events;
using Phase1.FileIntake.Extraction;

namespace Phase1.Unit.Tests.FileIntake.Extraction;

/// <summary>What the tests of extraction share: an extractor with the default limits and the code of a failure.</summary>
public abstract class ExtractionTests
{
    private protected IntakeOptions Limits { get; } = new() { MinCharacters = 1 };

    private protected Task<ExtractionOutcome> Extract(FileKind kind, byte[] content) =>
        new TextExtractor(Limits).ExtractAsync(kind, new MemoryStream(content), TestContext.Current.CancellationToken);

    private protected async Task<string> TextOf(FileKind kind, byte[] content) => (await Extract(kind, content)).Text.ShouldNotBeNull();

    private protected async Task<ValidationErrorCode> FailureOf(FileKind kind, byte[] content)
    {
        var outcome = await Extract(kind, content);
        outcome.Text.ShouldBeNull();
        outcome.ErrorMessage.ShouldNotBeNullOrWhiteSpace();
        return outcome.ErrorCode.ShouldNotBeNull();
    }
}
