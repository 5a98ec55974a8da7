using System.Text.Json.Serialization;

namespace Phase1.Events;

/// <summary>Why a file became no text.</summary>
[JsonConverter(typeof(UpperCaseEnum<ValidationErrorCode>))]
public enum ValidationErrorCode
{
    /// <summary>Nothing after trimming.</summary>
    EmptyContent,

    /// <summary>Fewer characters than the minimum.</summary>
    ContentTooShort,

    /// <summary>More characters than the maximum.</summary>
    ContentTooLong,

    /// <summary>The file could not be stored.</summary>
    RawStorageFailed,

    /// <summary>Nothing readable.</summary>
    TextExtractionFailed,

    /// <summary>Protected by a password.</summary>
    EncryptedFileUnsupported,

    /// <summary>The teacher closed the intake without this file.</summary>
    NotProvided,

    /// <summary>Anything else.</summary>
    UnknownValidationError,
}
