using System.Globalization;
using Phase1.Events;
using Phase1.ModelGateway.Budgets;
using Phase1.ModelGateway.Guard;
using Phase1.ServiceDefaults;

namespace Phase1.ModelGateway.Completions;

/// <summary>Why a call has no answer, as its caller is told.</summary>
static class CallProblems
{
    internal static ProblemException NoModel(CallRouting routing) =>
        new(Problems.NoProvider, "No model of the chain has answered or could be asked.") { Current = new CallFailure(routing) };

    internal static ProblemException Disabled(CallRouting routing) =>
        new(Problems.GatewayDisabled, "Language models are not used here.") { Current = new CallFailure(routing) };

    internal static ProblemException TooLate(CallRouting routing) =>
        new(Problems.Timeout, "No model has answered in the call's time.") { Current = new CallFailure(routing) };

    internal static ProblemException LedgerAway(CallRouting? routing) =>
        new(Problems.LedgerUnavailable, "What calls cost cannot be written down now, so none is made.")
        {
            Current = routing is null ? null : new CallFailure(routing),
        };

    internal static ProblemException InProgress() => new(Problems.RequestInProgress, "A call with this id is being made.");

    internal static ProblemException Settled(SettledCall? settled) =>
        new(Problems.AlreadySettled, "A call with this id has been made; its answer is not kept.") { Current = settled };

    /// <summary>A budget does not cover the call.</summary>
    internal static ProblemException Refused(Refused refused, CallRouting routing, DateTimeOffset now)
    {
        var isQuota = refused.Meter.Unit == MeterUnit.Tokens;
        var sentence = $"{Words(refused.Meter.Kind)} {(isQuota ? "quota" : "budget")} of {Amount(refused)} would be exceeded";
        var resetAt = refused.Meter.Period?.EndsAt;
        return new((isQuota ? Problems.QuotaExceeded : Problems.BudgetExceeded) with { Title = sentence }, $"{sentence}.")
        {
            RetryAfter = resetAt - now,
            Current = new BudgetRefusal(
                isQuota ? "quota_exceeded" : "budget_exceeded",
                refused.Meter.BudgetId,
                refused.Meter.Scope,
                refused.Meter.ScopeId,
                refused.Meter.Kind,
                refused.Limit,
                refused.Used,
                refused.Reserved,
                refused.Projected,
                refused.Remaining,
                resetAt,
                routing
            ),
        };
    }

    static string Words(PeriodKind kind) =>
        kind switch
        {
            PeriodKind.Request => "Per-call",
            PeriodKind.Day => "Daily",
            PeriodKind.Month => "Monthly",
            PeriodKind.Year => "Yearly",
            _ => "Total",
        };

    static string Amount(Refused refused) =>
        refused.Meter.Currency is { } currency
            ? string.Create(CultureInfo.InvariantCulture, $"{decimal.Round(refused.Limit, 2, MidpointRounding.ToEven):0.00} {currency}")
            : string.Create(CultureInfo.InvariantCulture, $"{refused.Limit:0} tokens");
}

/// <summary>What a problem of a call shows.</summary>
sealed record CallFailure(CallRouting Routing);

/// <summary>What a call took that has been made before.</summary>
sealed record SettledCall(CallUsage Usage, CallCost Cost);

/// <summary>The budget that does not cover a call.</summary>
sealed record BudgetRefusal(
    string Error,
    Guid BudgetId,
    BudgetScope ScopeType,
    string ScopeId,
    PeriodKind Period,
    decimal Limit,
    decimal Used,
    decimal Reserved,
    decimal Projected,
    decimal Remaining,
    DateTimeOffset? ResetAt,
    CallRouting Routing
);
