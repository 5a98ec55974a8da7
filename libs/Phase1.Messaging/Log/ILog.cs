namespace Phase1.Messaging.Log;

/// <summary>A durable log of partitioned topics. Both implementations pass the same compliance suite.</summary>
public interface ILog
{
    /// <summary>What stores it, as telemetry names it (<c>messaging.system</c>): kafka, postgresql.</summary>
    string SystemName { get; }

    /// <summary>What <see cref="EnsureTopicsAsync"/> found that works and should be put right, one sentence each.</summary>
    IReadOnlyList<string> Warnings => [];

    /// <summary>Creates what is missing of <paramref name="topics"/>.</summary>
    /// <param name="topics">Full topic names.</param>
    /// <param name="partitions">How many partitions each must have.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    /// <exception cref="LogRefusalException">A topic exists with another number of partitions.</exception>
    /// <exception cref="LogUnavailableException">The log is away.</exception>
    Task EnsureTopicsAsync(IReadOnlyCollection<string> topics, int partitions, CancellationToken cancellationToken);

    /// <summary>Publishes in order, with acknowledgement: when the call returns, all but the refused are durable.</summary>
    /// <param name="records">What to publish.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    /// <returns>The records that the log will never take; mostly none.</returns>
    /// <exception cref="LogUnavailableException">The log is away; any part may or may not have been published.</exception>
    Task<IReadOnlyList<RefusedRecord>> PublishAsync(IReadOnlyList<OutgoingRecord> records, CancellationToken cancellationToken);

    /// <summary>Joins a consumer group.</summary>
    /// <param name="group">The group's name; members of one group share the partitions.</param>
    /// <param name="topics">Full topic names; the same for all members of the group.</param>
    ILogConsumer Join(string group, IReadOnlyCollection<string> topics);

    /// <summary>Where the next record of each partition will stand; a topic that does not exist is left out.</summary>
    /// <param name="topics">Full topic names.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    /// <exception cref="LogUnavailableException">The log is away.</exception>
    Task<IReadOnlyList<LogPosition>> EndOffsetsAsync(IReadOnlyCollection<string> topics, CancellationToken cancellationToken);

    /// <summary>Asks whether the log answers.</summary>
    /// <param name="cancellationToken">Ends the attempt.</param>
    /// <exception cref="LogUnavailableException">The log is away.</exception>
    Task PingAsync(CancellationToken cancellationToken);
}
