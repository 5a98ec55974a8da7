using Phase1.ModelGateway.Guard;
using Phase1.ModelGateway.Ledger;
using Phase1.ModelGateway.Models;
using Phase1.ModelGateway.Providers;

namespace Phase1.ModelGateway.Completions;

/// <summary>What the answers of a call took, one after the other. One that could not be used is paid too, when its provider says what it took.</summary>
sealed class CallSpending(IUsageReader reader, ICostCalculator costs)
{
    readonly HashSet<Guid> _prices = [];
    ZeroReason? _reason;
    bool _isUnexplained;

    internal TokenUsage Usage { get; private set; }

    internal Cost Cost { get; private set; }

    /// <summary>What the providers say that it cost; null where none says anything.</summary>
    internal decimal? ReportedCost { get; private set; }

    /// <summary>The call with the model that has used something last; null while none has.</summary>
    internal OpenCall? Last { get; private set; }

    /// <summary>Why all of it cost nothing; null where it cost something, and where nobody knows why it did not.</summary>
    internal ZeroReason? ZeroReason => Cost.Total > 0 || _isUnexplained ? null : _reason;

    /// <summary>The terms of a call, with every price that was paid.</summary>
    internal CallTerms Terms(OpenCall call) => call.Terms with { Quote = call.Terms.Quote with { PriceIds = [.. _prices] } };

    /// <summary>Adds an answer.</summary>
    /// <param name="call">With its model.</param>
    /// <param name="model">The model.</param>
    /// <param name="reply">What came back.</param>
    /// <param name="sentCharacters">Of all messages.</param>
    internal void Count(OpenCall call, LanguageModel model, ProviderReply reply, int sentCharacters)
    {
        if (ToldBy(reply) is not var (reported, answered))
        {
            return;
        }
        var usage = reader.Read(reported, sentCharacters, answered, model.ContextTokens);
        var cost = costs.Of(usage, call.Terms.Quote);
        Usage = new(Usage.InputTokens + usage.InputTokens, Usage.OutputTokens + usage.OutputTokens, Usage.IsEstimated || usage.IsEstimated);
        Cost = new(Cost.Input + cost.Input, Cost.Output + cost.Output, Cost.Request + cost.Request);
        ReportedCost = reported.Cost is { } told ? (ReportedCost ?? 0) + told : ReportedCost;
        if (cost.Total == 0)
        {
            _reason = CostCalculator.WhyZero(usage, call.Terms.Quote);
            _isUnexplained |= _reason is null;
        }
        _prices.UnionWith(call.Terms.Quote.PriceIds);
        Last = call;
    }

    static (ReportedUsage Reported, int Answered)? ToldBy(ProviderReply reply) =>
        reply switch
        {
            ProviderAnswer answer => (answer.Usage, answer.Text.Length),
            ProviderFailure { Usage: var used } when used != default => (used, 0),
            _ => null,
        };
}
