using System.Text.Json;

namespace Phase1.Events;

/// <summary>A teacher is to be told something (record 16).</summary>
public sealed record TeacherNotificationRequested : IFact
{
    /// <summary>The teacher, 1..255 characters.</summary>
    public required string TeacherId { get; init; }

    /// <summary>One of <see cref="Events.NotificationType"/>.</summary>
    public required string NotificationType { get; init; }

    /// <summary>The subject.</summary>
    public required NotificationCategory Category { get; init; }

    /// <summary>How urgent.</summary>
    public required NotificationPriority Priority { get; init; }

    /// <summary>Ids, counts and codes; see <see cref="NotificationPayload"/>.</summary>
    public required IReadOnlyDictionary<string, JsonElement> Payload { get; init; }

    /// <summary>Whether the teacher has to act.</summary>
    public required bool ActionRequired { get; init; }

    /// <summary>Until when, UTC.</summary>
    public DateTimeOffset? DeadlineTimestamp { get; init; }

    /// <summary>The chain of the cause.</summary>
    public required Guid CorrelationId { get; init; }

    /// <summary>Id of the batch that it is about; null for none.</summary>
    public Guid? BatchId { get; init; }

    /// <summary>Id of the class that it is about; null for none.</summary>
    public Guid? ClassId { get; init; }

    /// <summary>When it happened, UTC.</summary>
    public required DateTimeOffset Timestamp { get; init; }

    Guid? IFact.Batch => BatchId;

    string IFact.PartitionKey => BatchId?.ToString() ?? ClassId?.ToString() ?? TeacherId;
}
