namespace Phase1.ModelGateway.Workspaces;

/// <summary>What a school allows and prefers.</summary>
/// <param name="WorkspaceId">The school, or a teacher who has none.</param>
/// <param name="TimeZone">IANA; its days and months are the budgets' periods.</param>
/// <param name="Currency">ISO 4217; of all its amounts.</param>
/// <param name="AllowedProviders">Null for all.</param>
/// <param name="AllowedRegions">Null for all.</param>
/// <param name="NoExternal">Nothing leaves the building.</param>
/// <param name="OwnKeyReference">Names a key of the configuration; null for none.</param>
/// <param name="PreferOwnKey">Models that it pays for are asked first.</param>
/// <param name="PreferredProviders">Asked first.</param>
/// <param name="AdminUserIds">Who is told of budgets.</param>
/// <param name="GatewayEnabled">Whether the school uses models at all.</param>
/// <param name="Version">Of the policy and its budgets; whoever changes the policy names the one that was read.</param>
sealed record PolicyDocument(
    string WorkspaceId,
    string TimeZone,
    string Currency,
    IReadOnlyList<string>? AllowedProviders,
    IReadOnlyList<string>? AllowedRegions,
    bool NoExternal,
    string? OwnKeyReference,
    bool PreferOwnKey,
    IReadOnlyList<string> PreferredProviders,
    IReadOnlyList<string> AdminUserIds,
    bool GatewayEnabled,
    long Version
)
{
    internal static PolicyDocument Of(Workspace workspace) =>
        new(
            workspace.WorkspaceId,
            workspace.TimeZone,
            workspace.Currency,
            workspace.AllowedProviders,
            workspace.AllowedRegions,
            workspace.NoExternal,
            workspace.OwnKeyReference,
            workspace.PreferOwnKey,
            workspace.PreferredProviders,
            workspace.AdminUserIds,
            workspace.GatewayEnabled,
            workspace.Version
        );
}
