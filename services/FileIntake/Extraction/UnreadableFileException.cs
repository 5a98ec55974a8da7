using Phase1.Events;

namespace Phase1.FileIntake.Extraction;

/// <summary>The content cannot become a text.</summary>
sealed class UnreadableFileException(ValidationErrorCode code, string message, Exception? cause = null) : Exception(message, cause)
{
    public ValidationErrorCode Code { get; } = code;
}
