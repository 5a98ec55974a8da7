using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Phase1.ModelGateway.Workspaces;

/// <summary>Whose money and rules: a school, or a teacher who has none.</summary>
sealed class Workspace
{
    internal const string UsualTimeZone = "Europe/Stockholm";
    internal const string UsualCurrency = "SEK";

    public required string WorkspaceId { get; init; }

    /// <summary>Who owns it; itself where nobody owns several.</summary>
    public required string OrganisationId { get; set; }

    /// <summary>IANA; its days and months are the budgets' periods.</summary>
    public string TimeZone { get; set; } = UsualTimeZone;

    public string Currency { get; set; } = UsualCurrency;

    public string[]? AllowedProviders { get; set; }

    public string[]? AllowedRegions { get; set; }

    /// <summary>Nothing leaves the building until somebody says so.</summary>
    public bool NoExternal { get; set; } = true;

    public string? OwnKeyReference { get; set; }

    public bool PreferOwnKey { get; set; }

    public string[] PreferredProviders { get; set; } = [];

    /// <summary>Who is told of budgets.</summary>
    public string[] AdminUserIds { get; set; } = [];

    public bool GatewayEnabled { get; set; } = true;

    /// <summary>Raised by every change of the row and of the budgets that count for it, in their transaction.</summary>
    public long Version { get; set; } = 1;

    /// <summary>What it allows and prefers, for the routing.</summary>
    /// <param name="ownKeyProvider">The provider of its own key, where that is to be used first.</param>
    internal WorkspacePolicy ToPolicy(string? ownKeyProvider) =>
        new(WorkspaceId)
        {
            IsEnabled = GatewayEnabled,
            ForbidsExternal = NoExternal,
            AllowedProviders = AllowedProviders,
            AllowedRegions = AllowedRegions,
            PreferredProviders = PreferredProviders,
            OwnKeyProvider = ownKeyProvider,
            Currency = Currency,
        };

    /// <summary>The workspace of an identity.</summary>
    /// <param name="orgId">Of the user, if any.</param>
    /// <param name="userId">The user.</param>
    internal static string IdOf(string? orgId, string userId) => orgId is null ? $"user:{userId}" : $"org:{orgId}";
}

sealed class WorkspaceTable : IEntityTypeConfiguration<Workspace>
{
    internal const int LongestId = 260;

    public void Configure(EntityTypeBuilder<Workspace> workspace)
    {
        workspace.ToTable("workspaces").HasKey(w => w.WorkspaceId);
        workspace.Property(w => w.WorkspaceId).HasMaxLength(LongestId);
        workspace.Property(w => w.OrganisationId).HasMaxLength(LongestId);
        workspace.Property(w => w.TimeZone).HasMaxLength(100);
        workspace.Property(w => w.Currency).HasMaxLength(3).IsFixedLength();
        workspace.Property(w => w.OwnKeyReference).HasMaxLength(100);
        workspace.HasIndex(w => w.OrganisationId);
    }
}
