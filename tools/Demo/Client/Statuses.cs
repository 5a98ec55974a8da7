using Phase1.Events;

namespace Phase1.Demo.Client;

/// <summary>The statuses that the demo's batches go through, by their names on the wire.</summary>
static class Statuses
{
    internal const string AwaitingContent = "awaiting_content_validation";
    internal const string AwaitingStudents = "awaiting_student_validation";
    internal const string StudentsDecided = "student_validation_completed";
    internal const string Ready = "ready_for_pipeline_execution";

    /// <summary>The only path from registration to ready that the state machine allows.</summary>
    internal static IReadOnlyList<string> LegalPath(BatchKind kind) =>
        kind == BatchKind.Regular ? [AwaitingContent, AwaitingStudents, StudentsDecided, Ready] : [AwaitingContent, Ready];

    /// <summary>Where a batch stays for good without having become ready.</summary>
    internal static bool IsDeadEnd(string status) => status is "content_ingestion_failed" or "failed_critically" or "cancelled";
}
