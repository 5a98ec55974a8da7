using Microsoft.EntityFrameworkCore;
using Phase1.Events;
using Phase1.ServiceDefaults;

namespace Phase1.ModelGateway.Routing;

static class ListRoutesEndpoint
{
    internal static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/v1/llm/routes/{task}", HandleAsync).RequireOperator().MayAnswer(Problems.ResourceNotFound);

    static async Task<IReadOnlyList<RouteDocument>> HandleAsync(string task, GatewayDbContext db, CancellationToken cancellationToken)
    {
        var type = TaskOf(task);
        var routes = await db
            .Routes.AsNoTracking()
            .Where(route => route.TaskType == type)
            .OrderBy(route => route.WorkspaceId)
            .ThenBy(route => route.Complexity)
            .ToListAsync(cancellationToken);
        return [.. routes.Select(RouteDocument.Of)];
    }

    internal static TaskType TaskOf(string task) =>
        WireEnum.TryParse<TaskType>(task, out var type)
            ? type
            : throw new ProblemException(Problems.ResourceNotFound, "There is no such task.");
}
