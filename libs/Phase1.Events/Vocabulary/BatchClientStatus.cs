using System.Text.Json.Serialization;

namespace Phase1.Events;

/// <summary>A batch's status in the words of the public API.</summary>
[JsonConverter(typeof(SnakeCaseEnum<BatchClientStatus>))]
public enum BatchClientStatus
{
    /// <summary>Texts are arriving.</summary>
    PendingContent,

    /// <summary>The teacher's decisions are awaited.</summary>
    AwaitingStudentValidation,

    /// <summary>Decided; about to be released.</summary>
    StudentValidationCompleted,

    /// <summary>The teacher may start a pipeline.</summary>
    Ready,

    /// <summary>A pipeline is running.</summary>
    Processing,

    /// <summary>Done.</summary>
    CompletedSuccessfully,

    /// <summary>Done, with failed essays.</summary>
    CompletedWithFailures,

    /// <summary>Either failure state.</summary>
    Failed,

    /// <summary>Cancelled by its owner.</summary>
    Cancelled,
}
