namespace Phase1.Events;

/// <summary>A batch that had ended is deleted, with all that belongs to it in every service (record 25). Nothing about it is true any more.</summary>
public sealed record BatchDeleted : IBatchDeletion
{
    /// <summary>Id of the batch; also the key of the record.</summary>
    public required Guid BatchId { get; init; }

    /// <summary>The owner, 1..255 characters.</summary>
    public required string UserId { get; init; }

    /// <summary>Whether its teacher deleted it or its retention ended.</summary>
    public required DeletionReason Reason { get; init; }

    /// <summary>Texts of the batch's essays that no other batch has, however they came to be stored; at most 500.</summary>
    public required IReadOnlyList<string> TextStorageIds { get; init; }

    /// <summary>When the batch was deleted, UTC.</summary>
    public required DateTimeOffset OccurredAt { get; init; }
}
