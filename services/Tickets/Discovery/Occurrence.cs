using System.Security.Cryptography;

namespace Phase1.Tickets.Discovery;

/// <summary>This process, as a worker.</summary>
sealed class Occurrence(TicketsOptions options)
{
    // Nobody's before the first heartbeat.
    volatile int _rank = -1;

    /// <summary>New at every start: what a process of the same name owned before, it does not own now.</summary>
    internal string Id { get; } =
        $"{options.OccurrenceName ?? Environment.MachineName}-{RandomNumberGenerator.GetHexString(8, lowercase: true)}";

    /// <summary>Others know that it lives: what it claims is missed when it dies.</summary>
    internal bool IsKnown => _rank >= 0;

    /// <summary>How many living occurrences come before this one, so that workers do not fight for one page.</summary>
    internal int Rank
    {
        get => _rank;
        set => _rank = value;
    }
}
