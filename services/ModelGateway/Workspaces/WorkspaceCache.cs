using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Phase1.ModelGateway.Budgets;

namespace Phase1.ModelGateway.Workspaces;

/// <summary>
/// Workspaces as they were read last. Whoever decides by one compares its version with the database's under the lock of the decision, and drops it
/// where they differ.
/// </summary>
sealed class WorkspaceCache(IServiceScopeFactory scopes)
{
    readonly Lock _gate = new();
    readonly ConcurrentDictionary<string, WorkspaceSnapshot> _known = new(StringComparer.Ordinal);
    int _drops;

    /// <summary>The workspace; made now where nobody has needed it before.</summary>
    internal async ValueTask<WorkspaceSnapshot> GetAsync(string workspaceId, CancellationToken cancellationToken)
    {
        while (true)
        {
            if (_known.TryGetValue(workspaceId, out var known))
            {
                return known;
            }
            var drops = Volatile.Read(ref _drops);
            var read = await ReadAsync(workspaceId, cancellationToken);
            lock (_gate)
            {
                // What was read before somebody found it old would hide what is new.
                if (drops == _drops)
                {
                    return _known[workspaceId] = read;
                }
            }
        }
    }

    internal void Drop(string workspaceId)
    {
        lock (_gate)
        {
            _drops++;
            _known.TryRemove(workspaceId, out _);
        }
    }

    async Task<WorkspaceSnapshot> ReadAsync(string workspaceId, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<GatewayDbContext>();
        await db.Database.ExecuteSqlAsync(
            $"""
            insert into workspaces (workspace_id, organisation_id, time_zone, currency, no_external, prefer_own_key, preferred_providers,
                admin_user_ids, gateway_enabled, version)
            values ({workspaceId}, {workspaceId}, {Workspace.UsualTimeZone}, {Workspace.UsualCurrency}, true, false, array[]::text[],
                array[]::text[], true, 1)
            on conflict do nothing
            """,
            cancellationToken
        );
        // The row first: what changes before the budgets are read then carries a higher version than the one that is kept.
        var workspace = await db.Workspaces.AsNoTracking().SingleAsync(w => w.WorkspaceId == workspaceId, cancellationToken);
        var budgets = await db
            .Budgets.AsNoTracking()
            .Where(budget => budget.IsActive)
            .Where(budget =>
                budget.WorkspaceId == workspaceId
                || (budget.ScopeType == BudgetScope.Organisation && budget.ScopeId == workspace.OrganisationId)
            )
            .ToListAsync(cancellationToken);
        return new(workspace, budgets);
    }
}
