using Phase1.Events;
using Phase1.ModelGateway.Attempts;
using Phase1.ModelGateway.Guard;
using Phase1.ModelGateway.Ledger;
using Phase1.ModelGateway.Models;
using Phase1.ModelGateway.Providers;
using Phase1.ModelGateway.Routing;

namespace Phase1.ModelGateway.Completions;

/// <summary>What has happened in a call so far: whom it asked, what it holds, what it took.</summary>
sealed class CallProgress(CompletionOrder order, IUsageReader reader, ICostCalculator costs, TimeProvider network)
{
    readonly long _began = network.GetTimestamp();
    readonly List<Attempt> _attempts = [];
    readonly List<SkippedModel> _passedOver = [];
    readonly HashSet<string> _tried = [];
    readonly CallSpending _spending = new(reader, costs);

    /// <summary>The models as they were chosen last.</summary>
    internal RouteDecision Decision { get; set; } = new(RouteReason.PlatformDefault, [], [], null);

    /// <summary>The call as the guard has admitted it last; null before.</summary>
    internal OpenCall? Open { get; set; }

    /// <summary>Its end is on its way to the ledger.</summary>
    internal bool IsEnded { get; set; }

    /// <summary>The first budget that did not cover a model; null where all did.</summary>
    internal Refused? Refusal { get; private set; }

    /// <summary>How long the call has taken so far.</summary>
    internal TimeSpan Latency => network.GetElapsedTime(_began);

    internal bool HasAsked => _tried.Count > 0;

    /// <summary>Whether a model has had its turn.</summary>
    internal bool IsOver(string modelId) => _tried.Contains(modelId) || _passedOver.Exists(skip => skip.Model == modelId);

    internal IReadOnlyList<Attempt> Attempts => _attempts;

    internal void Skip(string modelId, Refused refused)
    {
        Refusal ??= refused;
        _passedOver.Add(new(modelId, SkipReason.Budget));
    }

    /// <summary>Takes in how a model was asked.</summary>
    /// <param name="model">The model.</param>
    /// <param name="began">When it was asked first.</param>
    /// <param name="ends">Its attempts.</param>
    internal void Take(LanguageModel model, DateTimeOffset began, IReadOnlyList<AttemptEnd> ends)
    {
        foreach (var end in ends)
        {
            var failure = end.Reply as ProviderFailure;
            _attempts.Add(
                new Attempt
                {
                    RequestId = order.Call.RequestId,
                    AttemptNo = _attempts.Count + 1,
                    ModelId = model.ModelId,
                    Provider = model.Provider,
                    Outcome = end.Outcome,
                    HttpStatus = failure?.HttpStatus,
                    SkipReason = failure?.Kind == FailureKind.CircuitOpen ? SkipReason.CircuitBreakerOpen : null,
                    LatencyMs = (long)end.Time.TotalMilliseconds,
                    StartedAt = began + end.After,
                }
            );
            CallMetrics.Attempted(order.Call.TaskType, _attempts[^1]);
            _spending.Count(Open!, model, end.Reply, order.Characters);
        }
        if (ends.All(end => end.Outcome == AttemptOutcome.Skipped))
        {
            _passedOver.Add(new(model.ModelId, SkipReason.CircuitBreakerOpen));
        }
        else
        {
            _tried.Add(model.ModelId);
        }
    }

    /// <summary>The row of the ledger; null for a call that took nothing.</summary>
    internal UsageEntry? ToEntry(UsageOutcome outcome, CallSizes sizes, DateTimeOffset now) =>
        _spending.Last is not { } last
            ? null
            : new(last.Call, last.ModelId, _spending.Terms(last), _spending.Usage, _spending.Cost)
            {
                ZeroReason = _spending.ZeroReason,
                AttemptNo = _attempts.Count,
                IsFallback = IsFallback(last.ModelId),
                Outcome = outcome,
                ReportedCost = _spending.ReportedCost,
                RequestBytes = sizes.RequestBytes,
                AnswerBytes = sizes.AnswerBytes,
                RequestSha256 = sizes.RequestSha256,
                LatencyMs = (long)sizes.Latency.TotalMilliseconds,
                SettledAt = now,
            };

    /// <summary>The same for the caller.</summary>
    /// <param name="answered">The model that answered; null where none did.</param>
    internal CallRouting ToRouting(string? answered)
    {
        SkippedModel[] skipped =
        [
            .. Decision.Skipped.Select(skip => new SkippedModel(skip.ModelId, skip.Reason)).Where(skip => !_tried.Contains(skip.Model)),
            .. _passedOver,
        ];
        return new(
            answered == LanguageModel.Rules ? "rules" : WireEnum.Name(Decision.Reason),
            Decision.Primary?.Model.ModelId,
            [.. Decision.Alternatives],
            skipped,
            answered is not null && IsFallback(answered),
            skipped.Select(skip => skip.Model).Concat(_tried).Where(id => id != answered).Distinct().Count(),
            [.. _attempts.Select(attempt => new CallAttempt(attempt.ModelId, attempt.Outcome, attempt.HttpStatus, attempt.LatencyMs))],
            (long)Latency.TotalMilliseconds
        );
    }

    /// <summary>Why it is known badly what was used; null where it is known.</summary>
    internal CostTrouble? Trouble => _spending.Trouble;

    internal CallUsage Usage => new(_spending.Usage.InputTokens, _spending.Usage.OutputTokens, _spending.Usage.IsEstimated);

    bool IsFallback(string modelId) => modelId != Decision.Primary?.Model.ModelId;
}

/// <summary>How large a call was, and how long it took.</summary>
readonly record struct CallSizes(long RequestBytes, long AnswerBytes, byte[]? RequestSha256, TimeSpan Latency);
