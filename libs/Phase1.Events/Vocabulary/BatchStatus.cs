using System.Text.Json.Serialization;

namespace Phase1.Events;

/// <summary>Where a batch stands.</summary>
[JsonConverter(typeof(SnakeCaseEnum<BatchStatus>))]
public enum BatchStatus
{
    /// <summary>Registered, texts arriving.</summary>
    AwaitingContentValidation,

    /// <summary>REGULAR: texts complete, authors not yet decided.</summary>
    AwaitingStudentValidation,

    /// <summary>REGULAR: every essay decided, release awaited.</summary>
    StudentValidationCompleted,

    /// <summary>Essays stored and readable; the teacher may start.</summary>
    ReadyForPipelineExecution,

    /// <summary>A pipeline run is active.</summary>
    ProcessingPipelines,

    /// <summary>The last phase ended without a failed essay.</summary>
    CompletedSuccessfully,

    /// <summary>The last phase ended, some essays failed.</summary>
    CompletedWithFailures,

    /// <summary>Completion arrived with no text at all.</summary>
    ContentIngestionFailed,

    /// <summary>Critical errors, or a pipeline that failed as a whole.</summary>
    FailedCritically,

    /// <summary>Cancelled by its owner.</summary>
    Cancelled,

    /// <summary>Reserved; never entered.</summary>
    AwaitingPipelineConfiguration,

    /// <summary>Reserved; never entered.</summary>
    ValidationTimeoutProcessed,
}
