using Phase1.Events;
using Phase1.Portal.Notifications;

namespace Phase1.Portal.Words;

sealed partial class En
{
    public string Notifications => "Notifications";
    public string NoNotifications => "Nothing has been told yet.";
    public string MarkRead => "Mark as read";
    public string MarkAllRead => "Mark all as read";
    public string NotConnected => "Not connected. What waits is sent when the connection is back.";
    public string NewVersion => "A new version of Phase1 is here.";
    public string OpenAnew => "Open the page anew";
    public string Timeline => "What has happened";
    public string Details => "Details";
    public string StartWork => "Start work";

    public string Unread(int unread, int actionRequired) =>
        (unread == 1 ? "1 unread notification" : $"{unread} unread notifications")
        + actionRequired switch
        {
            0 => "",
            1 => ", 1 needs you",
            _ => $", {actionRequired} need you",
        };

    public string Notification(NotificationLine line) =>
        line.Newest.Type switch
        {
            NotificationType.BatchFilesUploaded => line.Sum("refused") is > 0 and var refused
                ? $"{FileCount(line.Sum("accepted"))} uploaded, {refused} refused"
                : $"{FileCount(line.Sum("accepted"))} uploaded",
            NotificationType.BatchValidationFailed =>
                $"{FileCount(line.All.Count)} could not be used: {FileFault(line.Code("error_code"))}",
            NotificationType.BatchExcessContent => $"{FileCount(line.All.Count)} without a place in the batch",
            NotificationType.BatchContentCompleted => $"All texts are there: {Count(line.Sum("provisioned"))}",
            NotificationType.StudentMatchingStarted => $"{Count(line.Sum("essay_count"))} being matched with the class",
            NotificationType.StudentMatchingFailed => "No author could be suggested; decide by hand",
            NotificationType.StudentMatchingConfirmationRequired =>
                $"The authors of {Count(line.Sum("total"))} wait for you, {line.Sum("high")} of them certain",
            NotificationType.StudentMatchingReminder => $"{Count(line.Sum("undecided"))} still without an author",
            NotificationType.StudentAssociationsConfirmed => "All authors are decided",
            NotificationType.ValidationTimeoutProcessed =>
                $"The deadline passed: {line.Sum("confirmed")} suggestions confirmed, {line.Sum("unknown")} bound to the unknown student",
            NotificationType.AssociationCorrected => "An author was corrected",
            NotificationType.BatchReady => "Ready: you may start work",
            NotificationType.BatchProcessingStarted => "Work has started",
            NotificationType.PipelineCompleted => line.Sum("failed_count") is > 0 and var failed
                ? $"Work has ended, {failed} failed"
                : "Work has ended",
            NotificationType.BatchStuck => "The batch has stood still for too long",
            NotificationType.BatchFailed => "The batch has failed",
            NotificationType.BatchCancelled => "The batch was cancelled",
            NotificationType.OperatorAccess => "An operator has looked at the file names and students of a batch",
            NotificationType.ClassCreated => "A class was made",
            NotificationType.StudentAddedToClass => "Students were added to a class",
            NotificationType.AiBudgetWarning => "A budget for AI comes to its end",
            NotificationType.AiBudgetCritical => "Little is left of a budget for AI",
            NotificationType.AiBudgetExceeded => "A budget for AI is spent",
            NotificationType.AiFeedbackParked => $"Feedback on {Count(line.Sum("missing"))} waits for a budget or a model",
            var denied when NotificationType.DenialOf(denied) is { } reason => $"Work was not started: {Denial(reason)}",
            _ => "Something about a batch",
        };

    public string Happened(string topic, int count) =>
        topic switch
        {
            Topics.BatchEssaysRegistered => "The batch was made",
            Topics.BatchFileAdded => $"{FileCount(count)} uploaded",
            Topics.EssayContentProvisioned => $"{FileCount(count)} read",
            Topics.EssayValidationFailed => $"{FileCount(count)} could not be used",
            Topics.EssaySlotAssigned => $"{Count(count)} placed",
            Topics.ExcessContentProvisioned => $"{FileCount(count)} without a place in the batch",
            Topics.BatchContentProvisioningCompleted => "All texts were there",
            Topics.BatchValidationErrors => "No file became a text",
            Topics.InitiateStudentMatching or Topics.BatchStudentMatchingRequested => "Matching was asked for",
            Topics.BatchAuthorMatchesSuggested => "Authors were suggested",
            Topics.StudentAssociationsConfirmed => "All authors were decided",
            Topics.ValidationTimeoutProcessed => "The deadline passed; what was undecided was decided",
            Topics.EssayStudentAssociationUpdated => count == 1 ? "An author was corrected" : $"{count} authors were corrected",
            Topics.StudentAssociationsRestated => "The decisions were stated anew",
            Topics.AssociationReviewNeeded => "The teacher has to look",
            Topics.BatchEssaysReady => "The texts were ready",
            Topics.RequestPipeline => "Work was asked for",
            Topics.PipelineDenied => "Work was not started",
            Topics.BatchPhaseCompleted => count == 1 ? "A phase ended" : $"{count} phases ended",
            Topics.BatchPhaseParked => "A phase waits",
            Topics.BatchPhaseResumed => "A phase goes on",
            Topics.BatchPipelineCompleted => "Work ended",
            Topics.BatchStatusChanged => "The status changed",
            Topics.TeacherNotificationRequested => count == 1 ? "You were told" : $"You were told, {count} times",
            _ when topic.EndsWith(".initiate.command.v1", StringComparison.Ordinal) => "A phase began",
            _ => "Something else happened",
        };

    public string LedTo(string statuses) => $"→ {statuses}";

    public string PipelineName(string name) =>
        name switch
        {
            "spellcheck" => "Spelling",
            "analysis" => "Analysis",
            "assessment" => "Assessment",
            "ai_feedback" => "Feedback alone",
            "feedback" => "Feedback",
            _ => name,
        };

    public string PhaseInWords(Phase phase) =>
        phase switch
        {
            Phase.Spellcheck => "spelling",
            Phase.Nlp => "language analysis",
            Phase.CjAssessment => "comparative judgement",
            _ => "written feedback",
        };

    static string Denial(DenialReason reason) =>
        reason switch
        {
            DenialReason.BatchNotReady => "the batch is not ready",
            DenialReason.NoEssaysStored => "it has no text",
            DenialReason.PipelineAlreadyRunning => "a pipeline is running already",
            DenialReason.BatchTerminated => "the batch has ended",
            DenialReason.UnknownPipeline => "there is no such pipeline",
            DenialReason.InsufficientCredits => "the credits do not suffice",
            DenialReason.RateLimitExceeded => "too many within a minute",
            _ => "it is not yours",
        };

    static string FileCount(int count) => count == 1 ? "1 file" : $"{count} files";
}
