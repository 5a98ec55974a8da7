using Phase1.ServiceDefaults;

namespace Phase1.ModelGateway.Workspaces;

/// <summary>Whose money and rules a caller may see: those of the own workspace; an operator's are all.</summary>
static class WorkspaceAccess
{
    /// <summary>The caller's own workspace.</summary>
    internal static string Workspace(this Caller caller) => Workspaces.Workspace.IdOf(caller.OrgId, caller.UserId);

    /// <summary>Whether it is the caller's, or the caller runs the suite.</summary>
    internal static bool Sees(this Caller caller, string? workspaceId) =>
        caller.Is(Phase1Roles.Operator) || caller.Workspace() == workspaceId;

    /// <exception cref="ProblemException">404: that of another does not exist for the caller.</exception>
    internal static void RequireSeen(this Caller caller, string workspaceId)
    {
        if (!caller.Sees(workspaceId))
        {
            throw NotFound();
        }
    }

    internal static ProblemException NotFound() => new(Problems.ResourceNotFound, "There is no such workspace.");
}
