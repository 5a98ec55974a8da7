namespace Phase1.Messaging.Operator;

/// <summary>What a redrive of a dead letter would do, at the moment that it was asked for.</summary>
/// <param name="Would">
/// apply, duplicate, stale or park; fail, to become a dead letter again; refuse, since the record breaks the contract or cannot be tried; hold, behind an
/// earlier record of its key that is a dead letter or waits for a retry.
/// </param>
/// <param name="ReasonCode">Why it would fail or be refused.</param>
/// <param name="Reason">The same in a sentence.</param>
/// <param name="Facts">What would be recorded, in its order.</param>
/// <param name="Rows">The rows that would change, by table; those of the engine among them.</param>
/// <param name="Followers">What would become of the records that are held behind it, in their order, up to the first that fails.</param>
/// <param name="FollowersLeft">How many come after those.</param>
/// <param name="AsOf">UTC.</param>
sealed record DryRunView(
    string Would,
    string? ReasonCode,
    string? Reason,
    IReadOnlyList<DryRunFact> Facts,
    IReadOnlyList<RowChanges> Rows,
    IReadOnlyList<DryRunFollower> Followers,
    int FollowersLeft,
    DateTimeOffset AsOf
)
{
    /// <summary>The saga that the record is about; null where there is none.</summary>
    public DryRunState? State { get; init; }
}

/// <summary>A saga before and after: its columns that hold ids, counts, states and times; those that are null are left out.</summary>
/// <param name="Kind">Its table.</param>
/// <param name="Before">Null where it would begin.</param>
/// <param name="After">Null where it would end.</param>
sealed record DryRunState(string Kind, IReadOnlyDictionary<string, string>? Before, IReadOnlyDictionary<string, string>? After);

/// <summary>A fact that would be recorded.</summary>
/// <param name="Topic">Its topic.</param>
/// <param name="Key">Its record key.</param>
sealed record DryRunFact(string Topic, string Key);

/// <summary>A record that waits behind the dead letter.</summary>
/// <param name="EventId">Null when it cannot be read.</param>
/// <param name="Topic">Its topic.</param>
/// <param name="Would">As of the letter itself.</param>
/// <param name="ReasonCode">Why it would fail or be refused.</param>
sealed record DryRunFollower(Guid? EventId, string Topic, string Would, string? ReasonCode);
