using Microsoft.EntityFrameworkCore;
using Phase1.ModelGateway.Workspaces;
using Phase1.ServiceDefaults;

namespace Phase1.ModelGateway.Ledger;

/// <summary>By what usage is summed.</summary>
enum UsageGroup
{
    Provider,
    Model,
    Course,
    Teacher,
    Batch,
    Task,
    Day,
}

/// <summary><c>GET /v1/workspaces/{id}/usage</c>: what a workspace's calls took, by one thing or another, and together.</summary>
static class GetUsageEndpoint
{
    const int MostDays = 400;

    internal static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapGet("/v1/workspaces/{id}/usage", HandleAsync)
            .RequireAuthorization(Phase1Policies.OperatorOrSchoolAdmin)
            .MayAnswer(Problems.ResourceNotFound);

    static async Task<UsageReport> HandleAsync(
        string id,
        string group,
        DateOnly from,
        DateOnly to,
        Caller caller,
        UsageReports reports,
        CancellationToken cancellationToken
    )
    {
        caller.RequireSeen(id);
        if (!Events.WireEnum.TryParse<UsageGroup>(group, out var by))
        {
            throw ProblemException.Validation("group", $"Usage is grouped by {string.Join(", ", Events.WireEnum.Names<UsageGroup>())}.");
        }
        if (from > to || to.DayNumber - from.DayNumber > MostDays)
        {
            throw ProblemException.Validation("to", $"Days follow each other, at most {MostDays} of them.");
        }
        return await reports.ReadAsync(id, by, from, to, cancellationToken);
    }
}
