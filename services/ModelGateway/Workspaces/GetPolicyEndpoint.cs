using Microsoft.EntityFrameworkCore;
using Phase1.ServiceDefaults;

namespace Phase1.ModelGateway.Workspaces;

static class GetPolicyEndpoint
{
    internal static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapGet("/v1/workspaces/{id}/policy", HandleAsync)
            .RequireAuthorization(Phase1Policies.OperatorOrSchoolAdmin)
            .MayAnswer(Problems.ResourceNotFound);

    static async Task<PolicyDocument> HandleAsync(
        string id,
        Caller caller,
        WorkspaceCache workspaces,
        GatewayDbContext db,
        CancellationToken cancellationToken
    )
    {
        caller.RequireSeen(id);
        if (caller.Workspace() == id)
        {
            // Made on first need; the row itself is read anew, since its version is what a change is compared with.
            await workspaces.GetAsync(id, cancellationToken);
        }
        var workspace = await db.Workspaces.AsNoTracking().SingleOrDefaultAsync(w => w.WorkspaceId == id, cancellationToken);
        return PolicyDocument.Of(workspace ?? throw WorkspaceAccess.NotFound());
    }
}
