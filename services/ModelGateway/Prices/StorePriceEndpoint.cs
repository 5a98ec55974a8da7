using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Phase1.Messaging;
using Phase1.ModelGateway.Models;
using Phase1.ModelGateway.Workspaces;
using Phase1.ServiceDefaults;

namespace Phase1.ModelGateway.Prices;

/// <summary>Sets what a model costs in one direction. What held until then ends at that moment; calls that were made before keep it.</summary>
static class StorePriceEndpoint
{
    internal static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapPut("/v1/prices", HandleAsync)
            .RequireOperator()
            .MayAnswer(Problems.ResourceNotFound, Problems.InvalidState, Problems.UnfittingValue);

    /// <summary>A price.</summary>
    /// <param name="Model">Of the list.</param>
    /// <param name="Direction">input, output or request.</param>
    /// <param name="Unit">token, 1k_tokens, 1m_tokens or request.</param>
    /// <param name="Price">At least 0, with at most ten decimals.</param>
    /// <param name="Currency">ISO 4217.</param>
    /// <param name="EffectiveFrom">From when on; now when not given.</param>
    /// <param name="EffectiveUntil">Until when; until the next price when not given.</param>
    /// <param name="WorkspaceId">One workspace's; all when not given.</param>
    internal sealed record Body(
        string Model,
        PriceDirection Direction,
        string Unit,
        decimal Price,
        string Currency,
        DateTimeOffset? EffectiveFrom = null,
        DateTimeOffset? EffectiveUntil = null,
        string? WorkspaceId = null
    );

    static async Task<Created<PriceDocument>> HandleAsync(
        Body body,
        Caller caller,
        GatewayDbContext db,
        UnitOfWork work,
        TimeProvider clock,
        CancellationToken cancellationToken
    )
    {
        var price = PriceFields.Check(body, caller.UserId, clock.GetUtcNow());
        await work.BeginAsync(cancellationToken);
        // Under this lock nobody else adds a price: what overlaps is found without a race.
        await CatalogueLock.RaiseAsync(db, CatalogueVersion.Prices, cancellationToken);
        if (!await db.Models.AnyAsync(model => model.ModelId == price.Model, cancellationToken))
        {
            throw new ProblemException(Problems.ResourceNotFound, "There is no such model.");
        }
        await RefuseOtherCurrencyAsync(db, price, cancellationToken);
        var others = await db
            .Prices.Where(other =>
                other.Model == price.Model && other.Direction == price.Direction && other.WorkspaceId == price.WorkspaceId
            )
            .ToListAsync(cancellationToken);
        var open = others.Find(other => other.EffectiveUntil is null && other.EffectiveFrom < price.EffectiveFrom);
        open?.EffectiveUntil = price.EffectiveFrom;
        if (others.Exists(other => other != open && Overlap(other, price)))
        {
            throw new ProblemException(Problems.InvalidState, "Another price holds at that time.");
        }
        // Closed before the new one is added: one price alone may be open.
        await db.SaveChangesAsync(cancellationToken);
        db.Prices.Add(price);
        await work.CommitAsync(cancellationToken);
        return TypedResults.Created($"/v1/prices?model={Uri.EscapeDataString(price.Model)}", PriceDocument.Of(price));
    }

    static bool Overlap(Price one, Price other) =>
        (one.EffectiveUntil is null || other.EffectiveFrom < one.EffectiveUntil)
        && (other.EffectiveUntil is null || one.EffectiveFrom < other.EffectiveUntil);

    static async Task RefuseOtherCurrencyAsync(GatewayDbContext db, Price price, CancellationToken cancellationToken)
    {
        var currency = price.WorkspaceId is { } id
            ? await db
                .Workspaces.Where(workspace => workspace.WorkspaceId == id)
                .Select(workspace => workspace.Currency)
                .SingleOrDefaultAsync(cancellationToken)
            : price.Currency;
        if (currency is null)
        {
            throw WorkspaceAccess.NotFound();
        }
        if (
            currency != price.Currency
            || await db.Prices.AnyAsync(
                other => other.Model == price.Model && other.WorkspaceId == price.WorkspaceId && other.Currency != price.Currency,
                cancellationToken
            )
        )
        {
            throw new ProblemException(Problems.UnfittingValue, "All prices of a model are of one currency, the workspace's own.");
        }
    }
}
