using Phase1.Events;
using Phase1.ModelGateway.Alerts;
using Phase1.ModelGateway.Ledger;
using Phase1.ModelGateway.Prices;
using Phase1.ModelGateway.Routing;

namespace Phase1.ModelGateway.Completions;

/// <summary>Whether it is written down what calls cost.</summary>
enum CostTracking
{
    On,

    /// <summary>Nothing is: an installation that pays for nothing.</summary>
    Off,
}

/// <summary>The answer to a call.</summary>
sealed record CompletionReply(
    Guid RequestId,
    string Content,
    string? FinishReason,
    string Provider,
    string Model,
    bool Replayed,
    CostTracking Tracking,
    CallRouting Routing,
    CallUsage Usage,
    CallCost? Cost,
    CallQuota? Quota,
    CallContext? Context
);

/// <summary>What the call was about, as it was sent.</summary>
sealed record CallContext(Guid? BatchId, Guid? EssayId, CourseCode? CourseCode, IReadOnlyDictionary<string, string>? Custom)
{
    internal static CallContext? Of(CompletionContext? sent) =>
        sent is null ? null : new(sent.BatchId, sent.EssayId, sent.CourseCode, sent.Custom);
}

/// <summary>How the model was chosen, and what became of the others.</summary>
/// <param name="Reason">Why the primary is the first; rules where the rules' result is to stand.</param>
/// <param name="Primary">The model that was asked first; null where none could be.</param>
/// <param name="Alternatives">The rest of the chain.</param>
/// <param name="Skipped">Models that were not asked, and why.</param>
/// <param name="FallbackUsed">Whether another than the primary has answered.</param>
/// <param name="FallbackAttempts">Models that were tried or skipped before the one that answered.</param>
/// <param name="Attempts">Each request that was made.</param>
/// <param name="LatencyMs">The whole call.</param>
sealed record CallRouting(
    string Reason,
    string? Primary,
    IReadOnlyList<string> Alternatives,
    IReadOnlyList<SkippedModel> Skipped,
    bool FallbackUsed,
    int FallbackAttempts,
    IReadOnlyList<CallAttempt> Attempts,
    long LatencyMs
);

/// <summary>A model that was not asked.</summary>
sealed record SkippedModel(string Model, SkipReason Reason);

/// <summary>One request to one provider.</summary>
sealed record CallAttempt(string Model, AttemptOutcome Outcome, int? HttpStatus, long LatencyMs);

/// <summary>What a call took.</summary>
sealed record CallUsage(long InputTokens, long OutputTokens, bool Estimated);

/// <summary>What a call cost.</summary>
sealed record CallCost(
    decimal Total,
    decimal Input,
    decimal Output,
    decimal Request,
    string Currency,
    PricingSource PricingSource,
    ZeroReason? ZeroReason
)
{
    internal static CallCost Of(UsageEntry entry) =>
        new(entry.CostTotal, entry.CostInput, entry.CostOutput, entry.CostRequest, entry.Currency, entry.PricingSource, entry.ZeroReason);
}

/// <summary>The token meter that is nearest to its end, after the call.</summary>
/// <param name="Limit">Its limit.</param>
/// <param name="Used">What is spent of it.</param>
/// <param name="Remaining">What is left, without what other calls hold.</param>
/// <param name="RemainingPercentage">The same of the limit.</param>
/// <param name="ResetAt">When it begins anew; null for never.</param>
/// <param name="QuotaWarning">Whether the warning's share is reached.</param>
/// <param name="Level">How far it has come.</param>
sealed record CallQuota(
    decimal Limit,
    decimal Used,
    decimal Remaining,
    decimal RemainingPercentage,
    DateTimeOffset? ResetAt,
    bool QuotaWarning,
    MeterLevel Level
);
