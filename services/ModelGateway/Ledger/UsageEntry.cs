using System.Diagnostics.CodeAnalysis;
using Phase1.ModelGateway.Models;
using Phase1.ModelGateway.Prices;

namespace Phase1.ModelGateway.Ledger;

/// <summary>How a call that used something ended.</summary>
enum UsageOutcome
{
    Completed,

    /// <summary>The answer could not be used, and was paid.</summary>
    FailedAfterUsage,

    /// <summary>Its process ended before it was settled: booked at the most that it can have taken.</summary>
    Abandoned,
}

/// <summary>One call that used something: a row of the ledger.</summary>
sealed class UsageEntry : CallFacts
{
    public UsageEntry() { }

    [SetsRequiredMembers]
    internal UsageEntry(CallFacts call, string modelId, CallTerms terms, TokenUsage usage, Cost cost)
        : base(call)
    {
        ModelId = modelId;
        Provider = LanguageModel.ProviderOf(modelId);
        (InputTokens, OutputTokens, UsageEstimated) = (usage.InputTokens, usage.OutputTokens, usage.IsEstimated);
        (CostInput, CostOutput, CostRequest, CostTotal) = (cost.Input, cost.Output, cost.Request, cost.Total);
        ZeroReason = cost.Total > 0 ? null : CostCalculator.WhyZero(usage, terms.Quote);
        Currency = terms.Currency;
        PriceIds = [.. terms.Quote.PriceIds];
        PricingSource = terms.Quote.Source;
        (LocalDay, OccurredAt) = (terms.LocalDay, terms.AdmittedAt);
    }

    /// <summary>Which attempt it was that used it.</summary>
    public int AttemptNo { get; init; } = 1;

    public required string Provider { get; init; }
    public required string ModelId { get; init; }
    public long InputTokens { get; init; }
    public long OutputTokens { get; init; }
    public decimal CostInput { get; init; }
    public decimal CostOutput { get; init; }
    public decimal CostRequest { get; init; }
    public decimal CostTotal { get; init; }
    public required string Currency { get; init; }
    public required Guid[] PriceIds { get; init; }
    public PricingSource PricingSource { get; init; }
    public ZeroReason? ZeroReason { get; init; }
    public bool UsageEstimated { get; init; }
    public bool IsFallback { get; init; }
    public UsageOutcome Outcome { get; init; }

    /// <summary>What the provider says that it cost, in its own arithmetic.</summary>
    public decimal? ReportedCost { get; init; }

    public long RequestBytes { get; init; }
    public long AnswerBytes { get; init; }

    /// <summary>Of what was sent, salted; null for a call whose process ended before it was settled.</summary>
    public byte[]? RequestSha256 { get; init; }

    public long LatencyMs { get; init; }

    /// <summary>The date of the admission in the workspace's zone.</summary>
    public DateOnly LocalDay { get; init; }

    /// <summary>The admission.</summary>
    public DateTimeOffset OccurredAt { get; init; }

    public DateTimeOffset SettledAt { get; init; }

    internal long Tokens => InputTokens + OutputTokens;
}
