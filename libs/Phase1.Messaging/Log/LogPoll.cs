namespace Phase1.Messaging.Log;

/// <summary>What one poll brought.</summary>
/// <param name="Records">The records, in offset order within each topic and partition.</param>
/// <param name="Owned">The partition numbers that this consumer owns now, each with the count of times it has been won: a changed count means a new ownership.</param>
public sealed record LogPoll(IReadOnlyList<LogRecord> Records, IReadOnlyDictionary<int, long> Owned);
