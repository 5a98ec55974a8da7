using Phase1.ModelGateway.Budgets;
using Phase1.ModelGateway.Ledger;
using Phase1.ModelGateway.Models;
using Phase1.ModelGateway.Prices;
using Phase1.ModelGateway.Workspaces;

namespace Phase1.ModelGateway.Guard;

/// <summary>
/// Asks the guard for calls, by what is remembered of budgets, policies and prices. Where the guard finds that something has changed since, that is
/// forgotten, and the question is made anew: what was committed before the admission counts, and nothing is read twice for a call that nothing has
/// changed for.
/// </summary>
sealed class Admissions(
    IGuard guard,
    WorkspaceCache workspaces,
    CatalogueCache catalogues,
    MeterPlan meters,
    IPriceBook prices,
    ICostCalculator costs,
    GuardOptions options,
    TimeProvider clock
)
{
    /// <summary>Reserves what a call may take with a model.</summary>
    /// <param name="call">The call.</param>
    /// <param name="modelId">The model, of the list.</param>
    /// <param name="estimatedInput">Tokens that are sent, estimated from above.</param>
    /// <param name="maxOutput">Tokens that the answer may have.</param>
    /// <param name="held">What the call holds already, for another model that failed.</param>
    /// <param name="cancellationToken">The caller went away.</param>
    /// <returns>The guard's answer; <see cref="Outdated"/> where the call is to be planned anew.</returns>
    /// <exception cref="LedgerUnavailableException">The database did not answer in time.</exception>
    internal async Task<AdmissionResult> AdmitAsync(
        CallFacts call,
        string modelId,
        long estimatedInput,
        long maxOutput,
        OpenCall? held,
        CancellationToken cancellationToken
    )
    {
        try
        {
            return await TryAdmitAsync(call, modelId, estimatedInput, maxOutput, held, cancellationToken);
        }
        // What is remembered of prices and budgets is read from the same database.
        catch (Exception error) when (GuardLane.Passes(error))
        {
            throw new LedgerUnavailableException(error);
        }
    }

    async Task<AdmissionResult> TryAdmitAsync(
        CallFacts call,
        string modelId,
        long estimatedInput,
        long maxOutput,
        OpenCall? held,
        CancellationToken cancellationToken
    )
    {
        var admittedAt = held?.Terms.AdmittedAt ?? clock.GetUtcNow();
        var workspace = await workspaces.GetAsync(call.WorkspaceId, cancellationToken);
        var catalogue = await catalogues.GetAsync(cancellationToken);
        var terms = TermsOf(workspace, catalogue, modelId, admittedAt);
        var bound = new UpperBound(estimatedInput, maxOutput, costs.Of(new(estimatedInput, maxOutput), terms.Quote));
        var demands = await meters.OfAsync(workspace, call, bound, admittedAt, cancellationToken);
        var admission = new Admission(call, modelId, bound, terms, demands, workspace.Workspace.Version, catalogue.Versions, held);
        try
        {
            var result = await guard.AdmitAsync(admission, cancellationToken);
            if (result is Outdated outdated)
            {
                Forget(outdated, call.WorkspaceId);
            }
            return result;
        }
        catch (LedgerUnavailableException) when (options.WhenLedgerIsAway == CallsWithoutLedger.Allow)
        {
            GuardMetrics.CountUnguarded();
            return new Admitted(
                new(call, modelId, terms, [.. demands.Where(demand => demand.Meter.PeriodId is not null)], IsUnguarded: true)
            );
        }
    }

    /// <summary>What holds for a call that was admitted at an instant.</summary>
    internal async Task<CallTerms> TermsOfAsync(
        CallFacts call,
        string modelId,
        DateTimeOffset admittedAt,
        CancellationToken cancellationToken
    ) =>
        TermsOf(
            await workspaces.GetAsync(call.WorkspaceId, cancellationToken),
            await catalogues.GetAsync(cancellationToken),
            modelId,
            admittedAt
        );

    CallTerms TermsOf(WorkspaceSnapshot workspace, Catalogue catalogue, string modelId, DateTimeOffset admittedAt)
    {
        var (id, currency) = (workspace.Workspace.WorkspaceId, workspace.Workspace.Currency);
        var quote = prices.QuoteOf(catalogue.Prices, id, currency, catalogue.Models[modelId], admittedAt);
        return new(admittedAt, PeriodCalendar.DayOf(admittedAt, workspace.Zone), currency, quote);
    }

    void Forget(Outdated outdated, string workspaceId)
    {
        if (outdated.Workspace)
        {
            workspaces.Drop(workspaceId);
        }
        if (outdated.Catalogue)
        {
            catalogues.Drop();
        }
    }
}
