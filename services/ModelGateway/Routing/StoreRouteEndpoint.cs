using Microsoft.EntityFrameworkCore;
using Phase1.Events;
using Phase1.Messaging;
using Phase1.ModelGateway.Models;
using Phase1.ModelGateway.Workspaces;
using Phase1.ServiceDefaults;

namespace Phase1.ModelGateway.Routing;

static class StoreRouteEndpoint
{
    const int ShortestTime = 100;
    const int LongestTime = 300_000;

    internal static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapPut("/v1/llm/routes/{task}", HandleAsync)
            .RequireOperator()
            .MayAnswer(Problems.ResourceNotFound, Problems.StaleVersion, Problems.UnfittingValue);

    /// <summary>A route.</summary>
    /// <param name="Version">That was read; 0 for a new route.</param>
    /// <param name="Chain">Models of the list, in order.</param>
    /// <param name="OnBudget">What comes after a model that a budget does not cover.</param>
    /// <param name="WorkspaceId">One workspace's; all when not given.</param>
    /// <param name="Complexity">One complexity's; all when not given.</param>
    /// <param name="AttemptTimeoutMs">How long one attempt may take.</param>
    /// <param name="DeadlineMs">How long a call may take whose caller does not say.</param>
    internal sealed record Body(
        long Version,
        IReadOnlyList<string> Chain,
        OnBudget OnBudget,
        string? WorkspaceId = null,
        Complexity? Complexity = null,
        int AttemptTimeoutMs = 30_000,
        int DeadlineMs = 120_000
    );

    static async Task<RouteDocument> HandleAsync(
        string task,
        Body body,
        GatewayDbContext db,
        UnitOfWork work,
        CancellationToken cancellationToken
    )
    {
        Check(body);
        var wanted = new ModelRoute
        {
            WorkspaceId = body.WorkspaceId ?? ModelRoute.Any,
            TaskType = ListRoutesEndpoint.TaskOf(task),
            Complexity = body.Complexity is { } complexity ? WireEnum.Name(complexity) : ModelRoute.Any,
            Chain = [.. body.Chain],
            OnBudget = body.OnBudget,
            AttemptTimeoutMs = body.AttemptTimeoutMs,
            DeadlineMs = body.DeadlineMs,
            Version = body.Version + 1,
        };
        await work.BeginAsync(cancellationToken);
        // Routes are held to models: neither changes meanwhile.
        await CatalogueLock.RaiseAsync(db, CatalogueVersion.Models, cancellationToken);
        await CatalogueLock.RaiseAsync(db, CatalogueVersion.Routes, cancellationToken);
        var routes = await db.Routes.ToListAsync(cancellationToken);
        var models = await db.Models.AsNoTracking().ToDictionaryAsync(model => model.ModelId, cancellationToken);
        var route = routes.Find(known => RouteRules.IsSame(known, wanted));
        if ((route?.Version ?? 0) != body.Version)
        {
            throw new ProblemException(Problems.StaleVersion, "The route has changed in the meantime.");
        }
        if (RouteRules.Faults(wanted, routes, models).ToList() is [var first, ..])
        {
            throw new ProblemException(Problems.UnfittingValue, first);
        }
        if (route is null)
        {
            db.Routes.Add(wanted);
        }
        else
        {
            db.Entry(route).CurrentValues.SetValues(wanted);
        }
        await work.CommitAsync(cancellationToken);
        return RouteDocument.Of(wanted);
    }

    static void Check(Body body)
    {
        if (body.AttemptTimeoutMs is < ShortestTime or > LongestTime || body.DeadlineMs is < ShortestTime or > LongestTime)
        {
            throw ProblemException.Validation("deadline_ms", $"Times are from {ShortestTime} to {LongestTime} ms.");
        }
        if (body.WorkspaceId is { Length: 0 or > WorkspaceTable.LongestId })
        {
            throw ProblemException.Validation("workspace_id", $"A workspace has at most {WorkspaceTable.LongestId} characters.");
        }
    }
}
