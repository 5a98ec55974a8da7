using Phase1.ModelGateway.Budgets;

namespace Phase1.ModelGateway.Workspaces;

/// <summary>A workspace and the budgets that count for it, as they stood at a version.</summary>
/// <param name="Workspace">The row; not changed.</param>
/// <param name="Budgets">Those that are active.</param>
sealed record WorkspaceSnapshot(Workspace Workspace, IReadOnlyList<Budget> Budgets)
{
    internal TimeZoneInfo Zone { get; } = TimeZoneInfo.FindSystemTimeZoneById(Workspace.TimeZone);
}
