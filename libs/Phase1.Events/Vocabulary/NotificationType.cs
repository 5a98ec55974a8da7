namespace Phase1.Events;

/// <summary>The types of <see cref="TeacherNotificationRequested"/>.</summary>
public static class NotificationType
{
    const string Denied = "pipeline_denied_";

    /// <summary>An upload was accepted.</summary>
    public const string BatchFilesUploaded = "batch_files_uploaded";

    /// <summary>One file failed.</summary>
    public const string BatchValidationFailed = "batch_validation_failed";

    /// <summary>A text found no slot.</summary>
    public const string BatchExcessContent = "batch_excess_content";

    /// <summary>Every slot is filled or failed.</summary>
    public const string BatchContentCompleted = "batch_content_completed";

    /// <summary>Matching begins.</summary>
    public const string StudentMatchingStarted = "student_matching_started";

    /// <summary>Matching gave nothing.</summary>
    public const string StudentMatchingFailed = "student_matching_failed";

    /// <summary>The teacher's decisions are awaited.</summary>
    public const string StudentMatchingConfirmationRequired = "student_matching_confirmation_required";

    /// <summary>Essays are undecided as the deadline nears.</summary>
    public const string StudentMatchingReminder = "student_matching_reminder";

    /// <summary>Released by the teacher.</summary>
    public const string StudentAssociationsConfirmed = "student_associations_confirmed";

    /// <summary>Released by the deadline.</summary>
    public const string ValidationTimeoutProcessed = "validation_timeout_processed";

    /// <summary>A link was corrected after release.</summary>
    public const string AssociationCorrected = "association_corrected";

    /// <summary>A pipeline may be started.</summary>
    public const string BatchReady = "batch_ready";

    /// <summary>A run starts.</summary>
    public const string BatchProcessingStarted = "batch_processing_started";

    /// <summary>A run ended.</summary>
    public const string PipelineCompleted = "pipeline_completed";

    /// <summary>A batch stays longer in a status than it may.</summary>
    public const string BatchStuck = "batch_stuck";

    /// <summary>A batch entered a failure state.</summary>
    public const string BatchFailed = "batch_failed";

    /// <summary>A batch was cancelled.</summary>
    public const string BatchCancelled = "batch_cancelled";

    /// <summary>A class was created.</summary>
    public const string ClassCreated = "class_created";

    /// <summary>A student was added.</summary>
    public const string StudentAddedToClass = "student_added_to_class";

    /// <summary>An operator has seen the names of a batch.</summary>
    public const string OperatorAccess = "operator_access";

    /// <summary>A budget for language models comes to its end.</summary>
    public const string AiBudgetWarning = "ai_budget_warning";

    /// <summary>Little is left of a budget for language models.</summary>
    public const string AiBudgetCritical = "ai_budget_critical";

    /// <summary>A budget for language models is spent, or does not cover a call.</summary>
    public const string AiBudgetExceeded = "ai_budget_exceeded";

    /// <summary>Feedback waits for a budget or a model.</summary>
    public const string AiFeedbackParked = "ai_feedback_parked";

    /// <summary>A pipeline request was denied; the reason is part of the type.</summary>
    public static string PipelineDenied(DenialReason reason) => Denied + WireEnum.Name(reason);

    /// <summary>The reason that is part of the type of a denied pipeline request; null for every other type.</summary>
    public static DenialReason? DenialOf(string type) =>
        type.StartsWith(Denied, StringComparison.Ordinal) && WireEnum.TryParse<DenialReason>(type[Denied.Length..], out var reason)
            ? reason
            : null;
}
