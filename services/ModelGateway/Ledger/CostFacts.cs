using System.Globalization;
using Phase1.Events;
using Phase1.Messaging;

namespace Phase1.ModelGateway.Ledger;

/// <summary>What others are told of the ledger: ids, counts, codes and amounts.</summary>
static class CostFacts
{
    /// <summary>A call is in the ledger.</summary>
    /// <param name="entry">Its row.</param>
    internal static LlmCostRecorded Recorded(UsageEntry entry) =>
        new()
        {
            RequestId = entry.RequestId,
            Attempts = entry.AttemptNo,
            WorkspaceId = entry.WorkspaceId,
            UserId = entry.UserId,
            CourseCode = entry.CourseCode,
            BatchId = entry.BatchId,
            EssayId = entry.EssayId,
            Caller = entry.Caller,
            TaskType = WireEnum.Name(entry.TaskType),
            Provider = entry.Provider,
            ModelId = entry.ModelId,
            InputTokens = entry.InputTokens,
            OutputTokens = entry.OutputTokens,
            CostInput = Text(entry.CostInput),
            CostOutput = Text(entry.CostOutput),
            CostRequest = Text(entry.CostRequest),
            CostTotal = Text(entry.CostTotal),
            Currency = entry.Currency,
            PricingSource = WireEnum.Name(entry.PricingSource),
            ZeroReason = entry.ZeroReason is { } reason ? WireEnum.Name(reason) : null,
            UsageEstimated = entry.UsageEstimated,
            IsFallback = entry.IsFallback,
            Outcome = WireEnum.Name(entry.Outcome),
            OccurredAt = entry.OccurredAt,
        };

    /// <summary>What a call took is known badly, or came late.</summary>
    /// <param name="call">The call.</param>
    /// <param name="trouble">Why.</param>
    /// <param name="amount">What was booked in its place; null for nothing.</param>
    internal static LlmCostTrackingFailed Failed(CallFacts call, CostTrouble trouble, decimal? amount) =>
        new()
        {
            WorkspaceId = call.WorkspaceId,
            RequestId = call.RequestId,
            Code = WireEnum.Name(trouble),
            Severity = trouble is CostTrouble.UnpricedModel or CostTrouble.NegativeUsage ? "low" : "high",
            Amount = amount is { } booked ? Text(booked) : null,
        };

    /// <summary>The cause of what a call brings about: its request, and the teacher it is made for.</summary>
    /// <param name="call">The call.</param>
    /// <param name="now">For a chain of its own, where the request is not known any more.</param>
    internal static EventCause CauseOf(CallFacts call, DateTimeOffset now) =>
        new(
            call.CorrelationId == Guid.Empty ? Guid.CreateVersion7(now) : call.CorrelationId,
            UserId: call.UserId,
            OrgId: Workspaces.Workspace.OrgOf(call.WorkspaceId)
        );

    /// <summary>An amount as it stands in events: no reader loses its tenth decimal.</summary>
    internal static string Text(decimal amount) => amount.ToString("0.##########", CultureInfo.InvariantCulture);
}

/// <summary>Why it is known badly what a call took.</summary>
enum CostTrouble
{
    /// <summary>The database was away: the usage has waited in the spool.</summary>
    LedgerUnavailable,

    /// <summary>The call's process ended: it is booked at the most that it can have taken.</summary>
    ReservationExpired,

    /// <summary>The provider reported what cannot be: it is estimated.</summary>
    NegativeUsage,

    /// <summary>Nobody has said what the model costs.</summary>
    UnpricedModel,

    /// <summary>The database is there and does not take what was used: it waits in the spool.</summary>
    SettlementFailed,
}
