using Microsoft.EntityFrameworkCore;
using Phase1.Messaging;
using Phase1.ModelGateway.Providers;
using Phase1.ServiceDefaults;

namespace Phase1.ModelGateway.Workspaces;

static class UpdatePolicyEndpoint
{
    const int Most = 50;

    internal static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapPut("/v1/workspaces/{id}/policy", HandleAsync)
            .RequireAuthorization(Phase1Policies.SchoolAdmin)
            .MayAnswer(Problems.ResourceNotFound, Problems.StaleVersion, Problems.UnfittingValue);

    internal sealed record Body(
        long Version,
        string TimeZone,
        bool NoExternal,
        bool GatewayEnabled,
        IReadOnlyList<string>? AllowedProviders = null,
        IReadOnlyList<string>? AllowedRegions = null,
        string? OwnKeyReference = null,
        bool PreferOwnKey = false,
        IReadOnlyList<string>? PreferredProviders = null,
        IReadOnlyList<string>? AdminUserIds = null
    );

    static async Task<PolicyDocument> HandleAsync(
        string id,
        Body body,
        Caller caller,
        WorkspaceCache workspaces,
        ProviderBook providers,
        OwnKeyBook keys,
        GatewayDbContext db,
        UnitOfWork work,
        CancellationToken cancellationToken
    )
    {
        if (caller.Workspace() != id)
        {
            throw WorkspaceAccess.NotFound();
        }
        Check(body, providers, keys);
        await workspaces.GetAsync(id, cancellationToken);
        await work.BeginAsync(cancellationToken);
        var workspace = await db
            .Workspaces.FromSql($"select * from workspaces where workspace_id = {id} for update")
            .SingleAsync(cancellationToken);
        if (workspace.Version != body.Version)
        {
            throw new ProblemException(Problems.StaleVersion, "The policy or a budget has changed in the meantime.");
        }
        workspace.TimeZone = body.TimeZone;
        workspace.NoExternal = body.NoExternal;
        workspace.GatewayEnabled = body.GatewayEnabled;
        workspace.AllowedProviders = body.AllowedProviders?.ToArray();
        workspace.AllowedRegions = body.AllowedRegions?.ToArray();
        workspace.OwnKeyReference = body.OwnKeyReference;
        workspace.PreferOwnKey = body.PreferOwnKey;
        workspace.PreferredProviders = [.. body.PreferredProviders ?? []];
        workspace.AdminUserIds = [.. body.AdminUserIds ?? []];
        workspace.Version++;
        await work.CommitAsync(cancellationToken);
        return PolicyDocument.Of(workspace);
    }

    static void Check(Body body, ProviderBook providers, OwnKeyBook keys)
    {
        IReadOnlyList<string>?[] lists = [body.AllowedProviders, body.AllowedRegions, body.PreferredProviders, body.AdminUserIds];
        if (lists.Any(list => list?.Count > Most || list?.Any(string.IsNullOrWhiteSpace) == true))
        {
            throw ProblemException.Validation("", $"A list has at most {Most} names, and none is empty.");
        }
        if (!TimeZoneInfo.TryFindSystemTimeZoneById(body.TimeZone, out var zone) || !zone.HasIanaId)
        {
            throw new ProblemException(Problems.UnfittingValue, "There is no such time zone.");
        }
        if (body.OwnKeyReference is { } reference && !keys.ContainsKey(reference))
        {
            throw new ProblemException(Problems.UnfittingValue, "There is no key with this reference.");
        }
        if ((body.AllowedProviders ?? []).Concat(body.PreferredProviders ?? []).Any(name => !providers.ContainsKey(name)))
        {
            throw new ProblemException(Problems.UnfittingValue, "A provider is not one of this installation.");
        }
    }
}
