using Phase1.Events;

namespace Phase1.BatchOrchestrator.Registration;

/// <summary>A checked registration: the class, if any, is the teacher's and has the course.</summary>
sealed record RegisterBatch
{
    public required Guid BatchId { get; init; }
    public required string UserId { get; init; }
    public string? OrgId { get; init; }
    public Guid? ClassId { get; init; }
    public required CourseCode CourseCode { get; init; }
    public required int ExpectedEssayCount { get; init; }
    public string? StudentPromptRef { get; init; }
    public string? AssignmentId { get; init; }
}
