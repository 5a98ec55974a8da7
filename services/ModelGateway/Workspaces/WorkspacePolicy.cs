namespace Phase1.ModelGateway.Workspaces;

/// <summary>What a school allows and prefers.</summary>
/// <param name="WorkspaceId">The school, or a teacher who has none.</param>
sealed record WorkspacePolicy(string WorkspaceId)
{
    /// <summary>Whether the school uses models at all.</summary>
    public bool IsEnabled { get; init; } = true;

    /// <summary>Whether nothing may leave the building.</summary>
    public bool ForbidsExternal { get; init; } = true;

    /// <summary>Null for all.</summary>
    public IReadOnlyList<string>? AllowedProviders { get; init; }

    /// <summary>Null for all.</summary>
    public IReadOnlyList<string>? AllowedRegions { get; init; }

    /// <summary>Asked first, in no order among themselves.</summary>
    public IReadOnlyList<string> PreferredProviders { get; init; } = [];

    /// <summary>The provider at which the school has a key of its own that is to be used first; null where there is none.</summary>
    public string? OwnKeyProvider { get; init; }

    /// <summary>ISO 4217.</summary>
    public string Currency { get; init; } = "SEK";
}
