using Microsoft.EntityFrameworkCore;
using Phase1.ModelGateway.Workspaces;
using Phase1.ServiceDefaults;

namespace Phase1.ModelGateway.Alerts;

/// <summary><c>GET /v1/budget-alerts?from=</c>: thresholds that the workspace's budgets have reached, the latest first.</summary>
static class ListAlertsEndpoint
{
    const int Most = 200;

    internal static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/v1/budget-alerts", HandleAsync).RequireAuthorization(Phase1Policies.OperatorOrSchoolAdmin);

    /// <summary>A threshold that was reached.</summary>
    internal sealed record Answer(
        Guid AlertId,
        string WorkspaceId,
        Guid BudgetId,
        string PeriodKey,
        int LimitVersion,
        MeterLevel Threshold,
        decimal Percent,
        decimal Spent,
        decimal LimitAmount,
        string Severity,
        IReadOnlyList<string> SentChannels,
        DateTimeOffset CreatedAt
    );

    static async Task<IReadOnlyList<Answer>> HandleAsync(
        Caller caller,
        GatewayDbContext db,
        CancellationToken cancellationToken,
        DateTimeOffset? from = null
    )
    {
        var isOperator = caller.Is(Phase1Roles.Operator);
        var own = caller.Workspace();
        var since = from?.ToUniversalTime();
        var alerts = await db
            .Alerts.AsNoTracking()
            .Where(alert => isOperator || alert.WorkspaceId == own)
            .Where(alert => since == null || alert.CreatedAt >= since)
            .OrderByDescending(alert => alert.CreatedAt)
            .ThenByDescending(alert => alert.AlertId)
            .Take(Most)
            .ToListAsync(cancellationToken);
        return
        [
            .. alerts.Select(alert => new Answer(
                alert.AlertId,
                alert.WorkspaceId,
                alert.BudgetId,
                alert.PeriodKey,
                alert.LimitVersion,
                alert.Threshold,
                alert.Percent,
                alert.Spent,
                alert.LimitAmount,
                AlertRules.SeverityOf(alert.Threshold),
                alert.SentChannels,
                alert.CreatedAt
            )),
        ];
    }
}
