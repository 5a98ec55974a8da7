using System.Security.Cryptography;
using System.Text;
using Phase1.Events;
using Phase1.ModelGateway.Attempts;
using Phase1.ModelGateway.Guard;
using Phase1.ModelGateway.Health;
using Phase1.ModelGateway.Ledger;
using Phase1.ModelGateway.Models;
using Phase1.ModelGateway.Providers;
using Phase1.ModelGateway.Routing;
using Phase1.ServiceDefaults;

namespace Phase1.ModelGateway.Completions;

/// <summary>
/// The story of a call: a model is chosen, the budgets are asked, the model is asked, and what it took is written down before the answer leaves. A
/// model that fails or is not covered makes room for the next one.
/// </summary>
sealed class CompletionCalls(
    CallPlanner planner,
    Admissions admissions,
    Settler settler,
    ProviderRegistry providers,
    AttemptPipeline pipeline,
    IUsageReader reader,
    ICostCalculator costs,
    LedgerFacts facts,
    AnswerMemory answers,
    CostOptions costOptions,
    GatewayOptions options,
    NetworkClock network,
    TimeProvider clock
)
{
    const int MostPlans = 3;

    static readonly TimeSpan UsualDeadline = TimeSpan.FromSeconds(120);
    static readonly TimeSpan UsualAttempt = TimeSpan.FromSeconds(30);

    /// <summary>Makes a call.</summary>
    /// <param name="order">The call.</param>
    /// <param name="gone">Its caller went away.</param>
    /// <exception cref="ProblemException">There is no answer; it says why, and what was tried.</exception>
    internal async Task<CompletionReply> RunAsync(CompletionOrder order, CancellationToken gone)
    {
        if (answers.Find(order.Call.WorkspaceId, order.Call.RequestId) is { } known)
        {
            return known;
        }
        var progress = new CallProgress(order, reader, costs, network.Time);
        try
        {
            var reply = await AnswerAsync(order, progress, gone);
            answers.Keep(order.Call.WorkspaceId, reply);
            CallMetrics.Answered(order.Call.TaskType, reply.Provider, progress.Latency);
            return reply;
        }
        catch (ProblemException problem)
        {
            CallMetrics.Failed(order.Call.TaskType, problem.Problem, progress.Latency);
            throw;
        }
        catch (LedgerUnavailableException)
        {
            // What was on its way to the ledger is in the spool already.
            if (progress is { Open: not null, IsEnded: false })
            {
                await settler.SpoolAsync(EndOf(order, progress, UsageOutcome.FailedAfterUsage, 0));
            }
            CallMetrics.Failed(order.Call.TaskType, Problems.LedgerUnavailable, progress.Latency);
            throw CallProblems.LedgerAway(progress.ToRouting(null));
        }
    }

    async Task<CompletionReply> AnswerAsync(CompletionOrder order, CallProgress progress, CancellationToken gone)
    {
        var plan = await planner.PlanAsync(order, progress, gone);
        using var deadline = new CancellationTokenSource(DeadlineOf(order, plan), network.Time);
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, gone);
        try
        {
            for (var plans = 1; ; plans++)
            {
                if (await AskChainAsync(order, plan, progress, ending.Token) is { } reply)
                {
                    return reply;
                }
                if (plans == MostPlans)
                {
                    throw new LedgerUnavailableException(
                        new InvalidOperationException("Budgets, policies or prices change faster than they are read.")
                    );
                }
                plan = await planner.PlanAsync(order, progress, ending.Token);
            }
        }
        catch (OperationCanceledException) when (deadline.IsCancellationRequested && !gone.IsCancellationRequested)
        {
            await EndAsync(order, progress);
            throw CallProblems.TooLate(progress.ToRouting(null));
        }
        catch (Exception error) when (error is not LedgerUnavailableException)
        {
            await EndAsync(order, progress);
            throw;
        }
    }

    /// <summary>Asks one model after the other; null where the plan is old.</summary>
    async Task<CompletionReply?> AskChainAsync(CompletionOrder order, RoutePlan plan, CallProgress progress, CancellationToken ending)
    {
        var refuses = plan.Decision.Route?.OnBudget != OnBudget.Downgrade;
        foreach (var (model, _) in plan.Decision.Candidates.Where(candidate => !progress.IsOver(candidate.Model.ModelId)))
        {
            if (model.Tier == Tier.Rules)
            {
                await EndAsync(order, progress);
                return RulesReply(order, progress);
            }
            var admission = await AdmitAsync(order, plan, model, progress, ending);
            if (admission is Outdated)
            {
                return null;
            }
            if (admission is Refused)
            {
                if (refuses)
                {
                    break;
                }
                continue;
            }
            if (await AskAsync(order, plan, model, progress, ending) is ProviderAnswer answer)
            {
                return await SettleAsync(order, progress, answer);
            }
        }
        throw progress is { Refusal: { } refused, HasAsked: false }
            ? CallProblems.Refused(refused, progress.ToRouting(null), clock.GetUtcNow())
            : CallProblems.NoModel(progress.ToRouting(null));
    }

    async Task<AdmissionResult> AdmitAsync(
        CompletionOrder order,
        RoutePlan plan,
        LanguageModel model,
        CallProgress progress,
        CancellationToken ending
    )
    {
        var call = order.Call.PaidBy(ownKey: plan.KeyOf(model.Provider) is not null);
        var result = await admissions.AdmitAsync(call, model.ModelId, order.InputTokens, MaxOutput(order, model), progress.Open, ending);
        switch (result)
        {
            case Admitted admitted:
                progress.Open = admitted.Call;
                break;
            case Refused refused:
                progress.Skip(model.ModelId, refused);
                break;
            case InProgress:
                throw CallProblems.InProgress();
            case AlreadySettled:
                throw CallProblems.Settled(await facts.SettledAsync(order.Call.WorkspaceId, order.Call.RequestId, ending));
        }
        return result;
    }

    async Task<ProviderReply> AskAsync(
        CompletionOrder order,
        RoutePlan plan,
        LanguageModel model,
        CallProgress progress,
        CancellationToken ending
    )
    {
        var request = new ProviderRequest(
            model.WireName,
            order.Messages,
            MaxOutput(order, model),
            WireEnum.Name(order.Call.TaskType),
            order.Call.Caller,
            order.Schema,
            plan.KeyOf(model.Provider)
        );
        var timeout = plan.Decision.Route is { } route ? TimeSpan.FromMilliseconds(route.AttemptTimeoutMs) : UsualAttempt;
        List<AttemptEnd> attempts = [];
        var began = clock.GetUtcNow();
        try
        {
            return await pipeline.AskAsync(
                new WatchedClient(providers.All[model.Provider], network, ending),
                request,
                timeout,
                attempts,
                ending
            );
        }
        finally
        {
            progress.Take(model, began, attempts);
        }
    }

    async Task<CompletionReply> SettleAsync(CompletionOrder order, CallProgress progress, ProviderAnswer answer)
    {
        var settlement = EndOf(order, progress, UsageOutcome.Completed, Encoding.UTF8.GetByteCount(answer.Text));
        await settler.SettleAsync(settlement);
        var open = progress.Open!;
        var tracked = costOptions.Tracking == CostTracking.On;
        return new(
            order.Call.RequestId,
            answer.Text,
            answer.FinishReason,
            LanguageModel.ProviderOf(open.ModelId),
            open.ModelId,
            Replayed: false,
            costOptions.Tracking,
            progress.ToRouting(open.ModelId),
            progress.Usage,
            tracked ? CallCost.Of(settlement.Usage!) : null,
            tracked && !open.IsUnguarded ? await facts.QuotaAsync(open, CancellationToken.None) : null,
            CallContext.Of(order.Context)
        );
    }

    // Nobody is asked, so nothing is sent and nothing is paid: the caller stays with what its own rules have found.
    CompletionReply RulesReply(CompletionOrder order, CallProgress progress) =>
        new(
            order.Call.RequestId,
            """{"name": null}""",
            "stop",
            LanguageModel.ProviderOf(LanguageModel.Rules),
            LanguageModel.Rules,
            Replayed: false,
            costOptions.Tracking,
            progress.ToRouting(LanguageModel.Rules),
            progress.Usage,
            Cost: null,
            Quota: null,
            CallContext.Of(order.Context)
        );

    // Without an answer: what was used is booked, and what was held is given back.
    async Task EndAsync(CompletionOrder order, CallProgress progress)
    {
        if (progress is { Open: not null, IsEnded: false })
        {
            await settler.SettleAsync(EndOf(order, progress, UsageOutcome.FailedAfterUsage, 0));
        }
    }

    Settlement EndOf(CompletionOrder order, CallProgress progress, UsageOutcome outcome, long answerBytes)
    {
        var sizes = new CallSizes(
            order.Messages.Sum(message => (long)Encoding.UTF8.GetByteCount(message.Content)),
            answerBytes,
            HashOf(order),
            progress.Latency
        );
        progress.IsEnded = true;
        var usage = costOptions.Tracking == CostTracking.On ? progress.ToEntry(outcome, sizes, clock.GetUtcNow()) : null;
        return new(progress.Open!, usage, progress.Attempts, progress.Trouble);
    }

    byte[]? HashOf(CompletionOrder order) =>
        options.HashKey is { } key
            ? HMACSHA256.HashData(
                Encoding.UTF8.GetBytes(key),
                Encoding.UTF8.GetBytes(string.Join('\n', order.Messages.Select(message => message.Content)))
            )
            : null;

    static long MaxOutput(CompletionOrder order, LanguageModel model) =>
        Math.Min(order.MaxOutput ?? model.MaxOutputTokens, model.MaxOutputTokens);

    static TimeSpan DeadlineOf(CompletionOrder order, RoutePlan plan) =>
        order.Deadline ?? (plan.Decision.Route is { } route ? TimeSpan.FromMilliseconds(route.DeadlineMs) : UsualDeadline);
}
