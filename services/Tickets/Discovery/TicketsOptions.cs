using System.ComponentModel.DataAnnotations;
using Phase1.Messaging;
using Phase1.ServiceDefaults;

namespace Phase1.Tickets.Discovery;

/// <summary>Section <c>Tickets</c>: how the queue is worked.</summary>
sealed class TicketsOptions : IValidatedOptions
{
    /// <summary>How often tickets are looked for; a record or request is not waited for so long.</summary>
    [TimeRange]
    public TimeSpan RoundInterval { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>How many tickets a round looks at.</summary>
    [Range(1, 1000)]
    public int PageSize { get; set; } = 200;

    /// <summary>How many tickets that are open for work one process owns at most; parked ones do not count.</summary>
    [Range(1, 1_000_000)]
    public int MaxOwned { get; set; } = 100;

    /// <summary>How many stages run side by side.</summary>
    [Range(1, 64)]
    public int Parallelism { get; set; } = 4;

    /// <summary>What this process is called, before the part that is new at every start; the host's name when not given.</summary>
    public string? OccurrenceName { get; set; }

    /// <summary>How often a process says that it lives, by the machine's clock.</summary>
    [TimeRange]
    public TimeSpan Heartbeat { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>How long a process may be silent before its tickets go back, by the database's clock.</summary>
    [TimeRange]
    public TimeSpan Lease { get; set; } = TimeSpan.FromSeconds(60);

    /// <summary>How often processes that are gone are looked for.</summary>
    [TimeRange]
    public TimeSpan SweepInterval { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>How often the services are asked for their dead letters.</summary>
    [TimeRange]
    public TimeSpan WatchInterval { get; set; } = TimeSpan.FromSeconds(60);

    /// <summary>How long an ended task is kept.</summary>
    [TimeRange]
    public TimeSpan TasksKept { get; set; } = TimeSpan.FromDays(30);

    /// <summary>How long it is remembered that a matter has ended: longer than log and inbox remember its records.</summary>
    [TimeRange]
    public TimeSpan SettlementsKept { get; set; } = TimeSpan.FromDays(30);

    /// <summary>After which time a ticket that has ended forgets whom it was about, and what anybody wrote into it.</summary>
    [TimeRange]
    public TimeSpan ClosedKept { get; set; } = TimeSpan.FromDays(400);

    public IEnumerable<string> Validate()
    {
        foreach (var fault in OptionRanges.Faults(this))
        {
            yield return fault;
        }
        if (Lease < 3 * Heartbeat)
        {
            yield return "Lease must be at least three times Heartbeat.";
        }
    }
}
