namespace Phase1.Feedback.Runs;

/// <summary>What keeps a run from going on.</summary>
enum HaltKind
{
    /// <summary>A budget does not cover the next essay.</summary>
    NoBudget,

    /// <summary>No model answers, or nobody can be asked.</summary>
    NoModel,

    /// <summary>Nobody says whose names are to be masked.</summary>
    NoNames,

    /// <summary>The texts cannot be fetched now.</summary>
    NoTexts,
}

/// <summary>An attempt stops here; essays that are under way end first.</summary>
/// <param name="Kind">Why.</param>
/// <param name="AskedAt">When that was asked which was refused.</param>
/// <param name="Refusal">Of a budget; null where it was something else.</param>
sealed record Halt(HaltKind Kind, DateTimeOffset AskedAt, Refusal? Refusal = null);

/// <summary>A budget that does not cover a call.</summary>
/// <param name="Reason">Money or tokens.</param>
/// <param name="BudgetId">Which one.</param>
/// <param name="ResetAt">When it begins anew, UTC; null for never.</param>
sealed record Refusal(ParkReason Reason, Guid? BudgetId, DateTimeOffset? ResetAt);
