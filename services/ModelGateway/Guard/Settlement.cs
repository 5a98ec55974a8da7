using Phase1.Events;
using Phase1.ModelGateway.Ledger;

namespace Phase1.ModelGateway.Guard;

/// <summary>The end of a call.</summary>
/// <param name="Call">The call.</param>
/// <param name="Usage">What it used; null where nothing was, and its reservation is only released.</param>
/// <param name="Attempts">Whom it asked.</param>
/// <param name="Trouble">Why it is known badly what it took; null where it is known.</param>
sealed record Settlement(OpenCall Call, UsageEntry? Usage, IReadOnlyList<Attempt> Attempts, CostTrouble? Trouble = null)
{
    /// <summary>What is told of it where it cost far more than such calls do.</summary>
    public LlmCostAnomaly? Anomaly { get; init; }

    /// <summary>What the call took of a meter.</summary>
    internal decimal Actual(Demand hold) =>
        Usage is null ? 0
        : hold.Meter.Unit == Budgets.MeterUnit.Tokens ? Usage.Tokens
        : Usage.CostTotal;
}

/// <summary>What a settlement found.</summary>
enum SettlementResult
{
    /// <summary>The call is settled; also one that was released before anybody knew that it had used something.</summary>
    Settled,

    /// <summary>It had been booked as abandoned; the exact usage stands in place of the estimate.</summary>
    Corrected,

    /// <summary>It had been settled before: nothing has changed.</summary>
    Known,
}
