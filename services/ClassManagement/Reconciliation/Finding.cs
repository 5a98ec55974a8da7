namespace Phase1.ClassManagement.Reconciliation;

/// <summary>Something that another service holds otherwise than CMS, as it was seen once. Ids and codes only.</summary>
/// <param name="Kind">What differs.</param>
/// <param name="BatchId">The batch.</param>
/// <param name="EssayId">The essay; null where the whole batch differs.</param>
/// <param name="Ours">What CMS holds.</param>
/// <param name="Theirs">What the other service holds.</param>
sealed record Finding(DifferenceKind Kind, Guid BatchId, Guid? EssayId, string Ours, string Theirs);

/// <summary>What differs, and by that from whom.</summary>
enum DifferenceKind
{
    /// <summary>BOS does not know the batch.</summary>
    BatchUnknown,

    /// <summary>The batch's status in BOS does not go with the state of the set.</summary>
    BatchStatus,

    /// <summary>ELS does not know the essay, or the whole batch.</summary>
    EssayUnknown,

    /// <summary>The essay has another author in ELS, or one where it should have none, or none where it should have one.</summary>
    EssayStudent,
}
