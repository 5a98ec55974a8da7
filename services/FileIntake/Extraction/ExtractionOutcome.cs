using Phase1.Events;

namespace Phase1.FileIntake.Extraction;

/// <summary>Outcome for one file: its normalised text, or the code and the sentence that say why there is none.</summary>
sealed record ExtractionOutcome(string? Text, ValidationErrorCode? ErrorCode, string? ErrorMessage)
{
    /// <summary>What its owner should know of a text although there is one; null for nothing.</summary>
    public string? Note { get; init; }

    public static ExtractionOutcome Of(string text) => new(text, null, null);

    public static ExtractionOutcome Failed(ValidationErrorCode code, string message) => new(null, code, message);
}
