namespace Phase1.Tests.Infrastructure.Wire;

/// <summary>What services ask of their PostgreSQL, counted where it can be neither forgotten nor embellished.</summary>
public sealed class WireCounts
{
    int _statements;
    int _commits;
    int _roundTrips;

    /// <summary>Statements that ran to their end, without those that begin and end transactions.</summary>
    public int Statements => Volatile.Read(ref _statements);

    /// <summary>Transactions that committed; a statement outside a transaction is one.</summary>
    public int Commits => Volatile.Read(ref _commits);

    /// <summary>Exchanges: statements that are sent together are one.</summary>
    public int RoundTrips => Volatile.Read(ref _roundTrips);

    internal void Statement() => Interlocked.Increment(ref _statements);

    internal void Commit() => Interlocked.Increment(ref _commits);

    internal void RoundTrip() => Interlocked.Increment(ref _roundTrips);
}
