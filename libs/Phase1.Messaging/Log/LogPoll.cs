namespace Phase1.Messaging.Log;

/// <summary>What one poll brought.</summary>
/// <param name="Records">The records, in offset order within each topic and partition.</param>
/// <param name="Owned">The partition numbers that this consumer owns now, each with the count of times it has been won: a changed count means a new ownership.</param>
public sealed record LogPoll(IReadOnlyList<LogRecord> Records, IReadOnlyDictionary<int, long> Owned)
{
    /// <summary>What the group had still to read and is on the log no more; told once, mostly empty.</summary>
    public IReadOnlyList<LostRecords> Lost { get; init; } = [];

    /// <summary>Whether the group stands elsewhere after this poll, so that its offsets are to be stored.</summary>
    public bool Moves => Records.Count > 0 || Lost.Count > 0;
}

/// <summary>Records that were deleted before a group had read them.</summary>
/// <param name="Topic">The topic's full name.</param>
/// <param name="Partition">The partition.</param>
/// <param name="From">The first lost offset: where the group stood.</param>
/// <param name="To">The first offset that is there: where the group goes on.</param>
public sealed record LostRecords(string Topic, int Partition, long From, long To);
