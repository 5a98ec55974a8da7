using Microsoft.EntityFrameworkCore;
using Phase1.Events;
using Phase1.Messaging;
using Phase1.ModelGateway.Budgets;
using Phase1.ModelGateway.Workspaces;
using Phase1.ServiceDefaults;

namespace Phase1.ModelGateway.Alerts;

/// <summary><c>PUT /v1/alert-configs</c>: says who is told of the budgets of one scope, in place of what was said before.</summary>
static class StoreAlertConfigEndpoint
{
    const int MostPercent = 100;
    const int PercentDecimals = 2;

    internal static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapPut("/v1/alert-configs", HandleAsync)
            .RequireAuthorization(Phase1Policies.OperatorOrSchoolAdmin)
            .MayAnswer(Problems.AuthorizationError, Problems.UnfittingValue);

    /// <summary>A config.</summary>
    /// <param name="OwnerType">Whose; the installation's own (default) is the operator's.</param>
    /// <param name="ScopeType">Of the budgets.</param>
    /// <param name="MinPercent">From which share of a limit on.</param>
    /// <param name="Channels">How.</param>
    /// <param name="OwnerId">A teacher's id or a course code; the caller's workspace when not given.</param>
    /// <param name="Enabled">Whether anybody is told.</param>
    /// <param name="WebhookReference">Names an address of the configuration.</param>
    internal sealed record Body(
        AlertOwner OwnerType,
        BudgetScope ScopeType,
        decimal MinPercent,
        IReadOnlyList<AlertChannel> Channels,
        string? OwnerId = null,
        bool Enabled = true,
        string? WebhookReference = null
    );

    static async Task<AlertConfigDocument> HandleAsync(
        Body body,
        Caller caller,
        WebhookBook hooks,
        GatewayDbContext db,
        UnitOfWork work,
        CancellationToken cancellationToken
    )
    {
        var isDefault = body.OwnerType == AlertOwner.Default;
        if (isDefault != caller.Is(Phase1Roles.Operator))
        {
            throw new ProblemException(
                Problems.AuthorizationError,
                "What holds by default is the operator's, everything else the school's."
            );
        }
        Check(body, caller.Workspace());
        if (body.WebhookReference is { } reference && !hooks.ContainsKey(reference))
        {
            throw new ProblemException(Problems.UnfittingValue, "There is no address with this reference.");
        }
        var workspaceId = isDefault ? AlertConfig.Any : caller.Workspace();
        var config = new AlertConfig
        {
            WorkspaceId = workspaceId,
            OwnerType = body.OwnerType,
            OwnerId = body.OwnerId ?? workspaceId,
            ScopeType = body.ScopeType,
            Enabled = body.Enabled,
            MinPercent = body.MinPercent,
            Channels = [.. body.Channels.Select(WireEnum.Name<AlertChannel>)],
            WebhookReference = body.WebhookReference,
        };
        await work.BeginAsync(cancellationToken);
        await StoreAsync(db, config, cancellationToken);
        await work.CommitAsync(cancellationToken);
        return AlertConfigDocument.Of(config);
    }

    static Task<int> StoreAsync(GatewayDbContext db, AlertConfig config, CancellationToken cancellationToken) =>
        db.Database.ExecuteSqlAsync(
            $"""
            insert into alert_configs (workspace_id, owner_type, owner_id, scope_type, enabled, min_percent, channels, webhook_reference)
            values ({config.WorkspaceId}, {WireEnum.Name(config.OwnerType)}, {config.OwnerId}, {WireEnum.Name(config.ScopeType)},
                {config.Enabled}, {config.MinPercent}, {config.Channels}, {config.WebhookReference})
            on conflict (workspace_id, owner_type, owner_id, scope_type) do update set enabled = excluded.enabled,
                min_percent = excluded.min_percent, channels = excluded.channels, webhook_reference = excluded.webhook_reference
            """,
            cancellationToken
        );

    static void Check(Body body, string workspaceId)
    {
        Dictionary<string, string[]> errors = [];
        var fits = body.OwnerType switch
        {
            AlertOwner.User => body.OwnerId is { Length: > 0 and <= WorkspaceTable.LongestId },
            AlertOwner.Course => body.OwnerId is { } course && WireEnum.TryParse<CourseCode>(course, out _),
            AlertOwner.Workspace => body.OwnerId is null || body.OwnerId == workspaceId,
            _ => body.OwnerId is null,
        };
        if (!fits)
        {
            errors["owner_id"] = ["A user or course is named; the workspace is the caller's own, and the default has no owner."];
        }
        if (body.MinPercent is < 0 or > MostPercent || body.MinPercent.Scale > PercentDecimals)
        {
            errors["min_percent"] = [$"A share is from 0 to {MostPercent}, with at most {PercentDecimals} decimals."];
        }
        if (body.Channels.Contains(AlertChannel.Webhook) != (body.WebhookReference is not null))
        {
            errors["webhook_reference"] = ["A webhook has a reference, and nothing else has."];
        }
        if (errors.Count > 0)
        {
            throw ProblemException.Validation(errors);
        }
    }
}
