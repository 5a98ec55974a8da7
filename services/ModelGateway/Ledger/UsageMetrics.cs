using System.Diagnostics.Metrics;

namespace Phase1.ModelGateway.Ledger;

/// <summary>What the ledger has booked, by provider; counted when it is committed.</summary>
static class UsageMetrics
{
    static readonly Counter<long> Tokens = ModelGatewayService.Meter.CreateCounter<long>(
        "phase1_llm_tokens_total",
        description: "Tokens that were booked"
    );

    static readonly Counter<double> Costs = ModelGatewayService.Meter.CreateCounter<double>(
        "phase1_llm_cost_total",
        description: "Money that was booked, in units of its currency"
    );

    internal static void Count(UsageEntry entry)
    {
        Tokens.Add(entry.InputTokens, new("provider", entry.Provider), new("direction", "input"));
        Tokens.Add(entry.OutputTokens, new("provider", entry.Provider), new("direction", "output"));
        Costs.Add((double)entry.CostTotal, new("provider", entry.Provider), new("currency", entry.Currency));
    }
}
