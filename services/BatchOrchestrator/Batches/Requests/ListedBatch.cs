using Phase1.BatchOrchestrator.Batches.Explanation;

namespace Phase1.BatchOrchestrator.Batches.Requests;

/// <summary>A batch among its teacher's others, with what the list has asked of Class Management.</summary>
sealed record ListedBatch : StatusDocument
{
    internal ListedBatch(StatusDocument batch, DecisionProgress? decisions)
        : base(batch)
    {
        AutoConfirmDeadline = decisions?.Deadline;
        Decisions = decisions?.Counts;
    }

    /// <summary>When the undecided authors are decided without the teacher; null when none are awaited or nobody could say.</summary>
    public DateTimeOffset? AutoConfirmDeadline { get; }

    /// <summary>How far the decisions have come; null as above.</summary>
    // The description takes null for possible only where a property can be set.
    public DecisionCounts? Decisions { get; init; }
}

/// <summary>One page of a teacher's batches.</summary>
/// <param name="Items">The newest first.</param>
/// <param name="NextCursor">Where the next page begins; null on the last page.</param>
/// <param name="Unavailable">Services that could not be asked; the items say less without them.</param>
sealed record BatchList(IReadOnlyList<ListedBatch> Items, string? NextCursor, IReadOnlyList<string> Unavailable);
