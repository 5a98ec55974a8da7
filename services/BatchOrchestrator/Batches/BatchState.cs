using MassTransit;
using Phase1.Events;

namespace Phase1.BatchOrchestrator.Batches;

/// <summary>A batch: one row of <c>batches</c>, and the state machine's instance.</summary>
sealed class BatchState : SagaStateMachineInstance, ISagaVersion
{
    /// <summary>The batch id, under the name that MassTransit gives to a saga's key.</summary>
    public Guid CorrelationId { get; set; }

    public int Version { get; set; }
    public string UserId { get; set; } = "";
    public string? OrgId { get; set; }
    public Guid? ClassId { get; set; }
    public BatchKind ClassType { get; set; }
    public CourseCode CourseCode { get; set; }
    public int ExpectedEssayCount { get; set; }
    public string? StudentPromptRef { get; set; }
    public string? AssignmentId { get; set; }
    public BatchStatus Status { get; private set; }

    /// <summary>The correlation id of the registration: the chain to which every event of the batch belongs.</summary>
    public Guid ChainId { get; set; }

    public int? ProvisionedCount { get; set; }
    public int? FailedCount { get; set; }

    /// <summary>Of the restatement that stands; 0 before the first.</summary>
    public int RestatedVersion { get; set; }
    public DateTimeOffset? StuckSince { get; set; }
    public DateTimeOffset StatusSince { get; set; }
    public DateTimeOffset CreatedAt { get; set; }
    public DateTimeOffset UpdatedAt { get; set; }

    /// <summary>The status under the state machine's name. A batch that has never entered a status is not registered yet.</summary>
    public string CurrentState
    {
        get => StatusSince == default ? "Initial" : Status.ToString();
        set => Status = Enum.Parse<BatchStatus>(value);
    }

    public bool IsRegular => ClassType == BatchKind.Regular;

    /// <summary>Class Management has a deadline for it.</summary>
    public bool AwaitsDecisions => Status == BatchStatus.AwaitingStudentValidation;
}
