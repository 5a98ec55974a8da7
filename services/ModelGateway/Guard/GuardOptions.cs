using System.ComponentModel.DataAnnotations;
using Phase1.Messaging;
using Phase1.ServiceDefaults;

namespace Phase1.ModelGateway.Guard;

/// <summary>What becomes of a call whose process ended before it was settled.</summary>
enum AbandonedCalls
{
    /// <summary>It is booked at the most that it can have taken.</summary>
    Charge,

    /// <summary>Nothing is booked.</summary>
    Release,
}

/// <summary>What becomes of a call while its budgets cannot be looked at.</summary>
enum CallsWithoutLedger
{
    /// <summary>It is refused: nothing is spent that nobody counts.</summary>
    Refuse,

    /// <summary>It is made, and what it took waits in the spool.</summary>
    Allow,
}

/// <summary>Section <c>Guard</c>: how calls are held to their budgets.</summary>
sealed class GuardOptions : IValidatedOptions
{
    /// <summary>How many groups of one instance are decided side by side; calls of one workspace stand in one of them.</summary>
    [Range(1, 16)]
    public int Lanes { get; set; } = 2;

    /// <summary>How many calls are decided in one transaction at most.</summary>
    [Range(1, 1000)]
    public int GroupSize { get; set; } = 256;

    /// <summary>So many bytes of UTF-8 are counted as a token when what is sent is estimated from above.</summary>
    [Range(1, 8)]
    public int BytesPerToken { get; set; } = 2;

    /// <summary>How long a call may be open before it counts as abandoned: longer than any call takes.</summary>
    [TimeRange(AtLeast = "00:06:00")]
    public TimeSpan ReservationLifetime { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>How often abandoned calls, and usage in the spool, are looked for.</summary>
    [TimeRange]
    public TimeSpan SweepInterval { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How long the database is tried before a call is refused.</summary>
    [TimeRange]
    public TimeSpan RetryFor { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>How long the database is tried before the usage of a call is written to the spool.</summary>
    [TimeRange]
    public TimeSpan SettleFor { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>What becomes of a call while the database is away: refuse, or allow.</summary>
    public CallsWithoutLedger WhenLedgerIsAway { get; set; }

    /// <summary>What is booked for a call whose process ended: charge or release.</summary>
    public AbandonedCalls Abandoned { get; set; }

    /// <summary>The file where usage waits for the database, from the program's folder. It needs a place that outlives the process.</summary>
    public string SpoolFile { get; set; } = "usage.spool";

    internal string SpoolPath => Path.GetFullPath(SpoolFile, AppContext.BaseDirectory);

    public IEnumerable<string> Validate()
    {
        foreach (var fault in OptionRanges.Faults(this))
        {
            yield return fault;
        }
        if (!Directory.Exists(Path.GetDirectoryName(SpoolPath)))
        {
            yield return "SpoolFile must be in a folder that exists.";
        }
    }
}
