using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Phase1.ModelGateway.Budgets;
using Phase1.ModelGateway.Workspaces;

namespace Phase1.ModelGateway.Alerts;

/// <summary>Whose alerts a config is about, the most specific first.</summary>
enum AlertOwner
{
    /// <summary>Those that the calls of one teacher bring about.</summary>
    User,
    Course,
    Workspace,

    /// <summary>Those that nobody has said anything else about; the operator's.</summary>
    Default,
}

/// <summary>How people are told.</summary>
enum AlertChannel
{
    /// <summary>Each administrator of the workspace has a notification.</summary>
    Notification,

    /// <summary>A POST to an address of the configuration.</summary>
    Webhook,
}

/// <summary>Who is told of the budgets of one scope, from which share on, and how.</summary>
sealed class AlertConfig
{
    /// <summary>In place of a workspace and an owner, for the installation's own.</summary>
    internal const string Any = "*";

    public required string WorkspaceId { get; init; }
    public AlertOwner OwnerType { get; init; }

    /// <summary>A teacher's id, a course code, the workspace, or <see cref="Any"/>.</summary>
    public required string OwnerId { get; init; }

    /// <summary>Of the budget that has come so far.</summary>
    public BudgetScope ScopeType { get; init; }

    public bool Enabled { get; set; }
    public decimal MinPercent { get; set; }

    /// <summary>By their names on the wire.</summary>
    public required string[] Channels { get; set; }

    /// <summary>Names an address of the configuration; null for none.</summary>
    public string? WebhookReference { get; set; }
}

sealed class AlertConfigTable : IEntityTypeConfiguration<AlertConfig>
{
    public void Configure(EntityTypeBuilder<AlertConfig> config)
    {
        config.ToTable(
            "alert_configs",
            table =>
            {
                table.HasCheckConstraint("ck_alert_configs_percent", "min_percent between 0 and 100");
                table.HasCheckConstraint("ck_alert_configs_default", "(owner_type = 'default') = (workspace_id = '*')");
            }
        );
        config.HasKey(c => new
        {
            c.WorkspaceId,
            c.OwnerType,
            c.OwnerId,
            c.ScopeType,
        });
        config.Property(c => c.WorkspaceId).HasMaxLength(WorkspaceTable.LongestId);
        config.Property(c => c.OwnerId).HasMaxLength(WorkspaceTable.LongestId);
        config.Property(c => c.MinPercent).HasPrecision(5, 2);
        config.Property(c => c.WebhookReference).HasMaxLength(100);
    }
}
