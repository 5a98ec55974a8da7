namespace Phase1.Messaging.Log;

/// <summary>
/// One member of a consumer group. The group's partitions are shared out by number over all its topics (co-partitioned), so that one key is
/// always handled by one member. Not safe for concurrent use.
/// </summary>
public interface ILogConsumer : IAsyncDisposable
{
    /// <summary>Reads on from where this member stands; waits up to <paramref name="maxWait"/> when there is nothing to read.</summary>
    /// <param name="maxRecords">The most records to return.</param>
    /// <param name="maxWait">How long to wait for a first record.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="LogUnavailableException">The log is away; poll again later.</exception>
    Task<LogPoll> PollAsync(int maxRecords, TimeSpan maxWait, CancellationToken cancellationToken);

    /// <summary>Keeps this member's place in the group while its user cannot go on with what it has polled; hands out nothing.</summary>
    /// <param name="cancellationToken">Ends the attempt.</param>
    /// <exception cref="LogUnavailableException">The log is away, and the place may be lost.</exception>
    Task StandByAsync(CancellationToken cancellationToken);

    /// <summary>
    /// The group's offsets may be stored behind everything polled so far: at once, or within a second while the member polls, and before it leaves. A
    /// member that has lost a partition changes nothing there.
    /// </summary>
    /// <param name="cancellationToken">Ends the attempt.</param>
    /// <exception cref="LogUnavailableException">The log is away; what was polled may come again.</exception>
    Task CommitAsync(CancellationToken cancellationToken);

    /// <summary>Gives up everything owned and starts again from the group's stored offsets: for a member that learned that it had been replaced.</summary>
    /// <param name="cancellationToken">Ends the attempt.</param>
    Task ResetAsync(CancellationToken cancellationToken);

    /// <summary>The group's stored offset in every topic of some partitions that this member owns; 0 where it has stored none.</summary>
    /// <param name="partitions">Partition numbers.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    /// <exception cref="LogUnavailableException">The log is away.</exception>
    Task<IReadOnlyList<LogPosition>> StoredAsync(IReadOnlyCollection<int> partitions, CancellationToken cancellationToken);

    /// <summary>
    /// Stores these offsets for the group, whatever it has stored, gives up everything owned and starts again from there: for a member whose own
    /// memory ends before the group's.
    /// </summary>
    /// <param name="positions">Of partitions that this member owns; offset 0 means the oldest record that there is.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    /// <exception cref="LogUnavailableException">The log is away.</exception>
    Task SetBackAsync(IReadOnlyList<LogPosition> positions, CancellationToken cancellationToken);
}

/// <summary>A place in one partition of a topic.</summary>
/// <param name="Topic">The topic's full name.</param>
/// <param name="Partition">The partition.</param>
/// <param name="Offset">The next record to read.</param>
public readonly record struct LogPosition(string Topic, int Partition, long Offset);
