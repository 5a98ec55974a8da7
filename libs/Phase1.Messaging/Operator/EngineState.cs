using Phase1.Messaging.Background;

namespace Phase1.Messaging.Operator;

/// <summary>How the engine of a service stands.</summary>
/// <param name="Positions">How far its groups have read; null while the log is away.</param>
/// <param name="Outbox">Events on their way to the log.</param>
/// <param name="Held">Records that wait behind a failing one.</param>
/// <param name="DeadLetters">Records that are dead letters.</param>
/// <param name="Work">What runs beside the requests in this process.</param>
public sealed record EngineState(
    IReadOnlyList<PositionState>? Positions,
    OutboxState Outbox,
    HeldState Held,
    DeadLetterCount DeadLetters,
    IReadOnlyList<WorkState> Work
);

/// <summary>How far a group has read a partition.</summary>
/// <param name="Group">The consumer group, without prefix.</param>
/// <param name="Topic">The topic's full name.</param>
/// <param name="Partition">The partition.</param>
/// <param name="Owned">Whether this process reads it.</param>
/// <param name="Position">The next record to be read; 0 where nothing has been.</param>
/// <param name="End">Where the next record will stand.</param>
public sealed record PositionState(string Group, string Topic, int Partition, bool Owned, long Position, long End)
{
    /// <summary>How many records are not dealt with; records that the log has deleted are counted where nothing has been read.</summary>
    public long Lag => Math.Max(0, End - Position);
}

/// <summary>Events that the log has not acknowledged.</summary>
/// <param name="Rows">How many.</param>
/// <param name="OldestAt">When the oldest was recorded.</param>
/// <param name="RelayActive">Whether this process moves them; one process of a service does.</param>
public sealed record OutboxState(long Rows, DateTimeOffset? OldestAt, bool RelayActive);

/// <summary>Records that wait behind a failing one.</summary>
/// <param name="Keys">Under how many keys.</param>
/// <param name="Messages">How many.</param>
/// <param name="OldestAt">Since when the oldest has waited.</param>
public sealed record HeldState(long Keys, long Messages, DateTimeOffset? OldestAt);

/// <summary>Records that are dead letters.</summary>
/// <param name="Open">Those that nobody has redriven or discarded.</param>
public sealed record DeadLetterCount(long Open);

/// <summary>A piece of background work.</summary>
/// <param name="Name">What is done.</param>
/// <param name="RunningSince">Since when a tick has been running; null between ticks.</param>
/// <param name="LastTickAt">When the last tick ended.</param>
/// <param name="Result">done, unavailable, failed or stopped.</param>
/// <param name="NextDueAt">When the next tick begins at the latest.</param>
/// <param name="Late">Whether a tick has not come, or does not end.</param>
public sealed record WorkState(
    string Name,
    DateTimeOffset? RunningSince,
    DateTimeOffset? LastTickAt,
    string? Result,
    DateTimeOffset? NextDueAt,
    bool Late
)
{
    internal static WorkState Of(WorkTick tick) =>
        new(tick.Name, tick.RunningSince, tick.LastTickAt, tick.Result, tick.NextDueAt, tick.IsLate);
}
