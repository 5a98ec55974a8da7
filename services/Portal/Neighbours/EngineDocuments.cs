namespace Phase1.Portal.Neighbours;

// What the engine of a service answers, as far as a page shows it.

/// <summary>How a service stands.</summary>
public sealed record ServiceReportDocument(
    string Service,
    string Version,
    string Environment,
    DateTimeOffset Now,
    string Transport,
    string Status,
    IReadOnlyList<CheckDocument> Checks,
    string? Schema,
    IReadOnlyDictionary<string, Dictionary<string, string?>> Options,
    EngineDocument? Engine
);

/// <summary>A line of its readiness.</summary>
public sealed record CheckDocument(string Name, string Status, string Detail);

/// <summary>Its engine.</summary>
public sealed record EngineDocument(
    IReadOnlyList<PositionDocument>? Positions,
    OutboxDocument Outbox,
    HeldDocument Held,
    LetterCountDocument DeadLetters,
    IReadOnlyList<WorkDocument> Work
);

/// <summary>How far a group has read a partition.</summary>
public sealed record PositionDocument(string Group, string Topic, int Partition, bool Owned, long Position, long End, long Lag);

/// <summary>Events on their way to the log.</summary>
public sealed record OutboxDocument(long Rows, DateTimeOffset? OldestAt, bool RelayActive);

/// <summary>Records that wait behind a failing one.</summary>
public sealed record HeldDocument(long Keys, long Messages, DateTimeOffset? OldestAt);

/// <summary>Open dead letters.</summary>
public sealed record LetterCountDocument(long Open);

/// <summary>A piece of background work.</summary>
public sealed record WorkDocument(
    string Name,
    DateTimeOffset? RunningSince,
    DateTimeOffset? LastTickAt,
    string? Result,
    DateTimeOffset? NextDueAt,
    bool Late
);

/// <summary>Dead letters by their causes.</summary>
public sealed record LetterGroupsDocument(IReadOnlyList<LetterGroupDocument> Items);

/// <summary>Dead letters of one cause.</summary>
public sealed record LetterGroupDocument(
    string Cause,
    string Topic,
    string ReasonCode,
    string Reason,
    string? Frame,
    int Count,
    int Batches,
    DateTimeOffset FirstFailedAt,
    DateTimeOffset LastFailedAt,
    IReadOnlyList<int> Hours
);

/// <summary>A dead letter.</summary>
public sealed record LetterDocument(
    Guid Id,
    string Origin,
    string Topic,
    Guid? EventId,
    Guid? BatchId,
    Guid? CorrelationId,
    string ReasonCode,
    string Reason,
    string Cause,
    string? Frame,
    string? Stack,
    int Attempts,
    DateTimeOffset FirstFailedAt,
    DateTimeOffset LastFailedAt,
    string State,
    IReadOnlyList<LetterActDocument>? History
);

/// <summary>What was done about it.</summary>
public sealed record LetterActDocument(string Act, DateTimeOffset At, string? By, string? ReasonCode, int? Attempts, string? Note);

/// <summary>What a redrive would do.</summary>
public sealed record DryRunDocument(
    string Would,
    string? ReasonCode,
    string? Reason,
    DryRunStateDocument? State,
    IReadOnlyList<DryRunFactDocument> Facts,
    IReadOnlyList<RowChangesDocument> Rows,
    IReadOnlyList<DryRunFollowerDocument> Followers,
    int FollowersLeft,
    DateTimeOffset AsOf
);

/// <summary>A saga before and after.</summary>
public sealed record DryRunStateDocument(string Kind, Dictionary<string, string?>? Before, Dictionary<string, string?>? After);

/// <summary>A fact that would be recorded.</summary>
public sealed record DryRunFactDocument(string Topic, string Key);

/// <summary>Rows of a table that would change.</summary>
public sealed record RowChangesDocument(string Table, long Inserted, long Updated, long Deleted);

/// <summary>A record that waits behind the letter.</summary>
public sealed record DryRunFollowerDocument(Guid? EventId, string Topic, string Would, string? ReasonCode);

/// <summary>What became of a group's redrive.</summary>
public sealed record GroupRedriveDocument(int Redriven, IReadOnlyList<RefusedRedriveDocument> Refused, int Remaining);

/// <summary>A letter that cannot be redriven.</summary>
public sealed record RefusedRedriveDocument(Guid Id, string Code);

/// <summary>The keys whose records wait.</summary>
public sealed record HeldKeysDocument(IReadOnlyList<HeldKeyDocument> Items);

/// <summary>A key whose records wait.</summary>
public sealed record HeldKeyDocument(
    string RecordKey,
    Guid? BatchId,
    string Topic,
    int Attempts,
    DateTimeOffset? NextAttemptAt,
    Guid? DeadLetterId,
    int Followers,
    DateTimeOffset HeldSince
);

/// <summary>What is held of a key.</summary>
public sealed record HeldRecordsDocument(IReadOnlyList<HeldRecordDocument> Items);

/// <summary>A record that is held.</summary>
public sealed record HeldRecordDocument(long Seq, Guid EventId, string Topic, DateTimeOffset HeldAt);
