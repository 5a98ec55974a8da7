using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Phase1.ModelGateway.Workspaces;

namespace Phase1.ModelGateway.Alerts;

/// <summary>A threshold that was reached, and whether somebody was told.</summary>
sealed class BudgetAlert
{
    public Guid AlertId { get; init; }
    public required string WorkspaceId { get; init; }
    public Guid BudgetId { get; init; }
    public required string PeriodKey { get; init; }
    public int LimitVersion { get; init; }
    public MeterLevel Threshold { get; init; }
    public decimal Percent { get; init; }
    public decimal Spent { get; init; }
    public decimal LimitAmount { get; init; }

    /// <summary>How they were told; empty where nobody was, and as long as a webhook alone is on its way.</summary>
    public required string[] SentChannels { get; set; }

    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>The config by which somebody is told; null where nobody is.</summary>
    public string? ToldBy { get; set; }

    /// <summary>Where its webhook goes to; null for none.</summary>
    public string? WebhookReference { get; set; }

    /// <summary>When the webhook is sent, or tried again; null where nothing is left to be sent.</summary>
    public DateTimeOffset? WebhookDueAt { get; set; }

    public int WebhookAttempts { get; set; }
}

sealed class BudgetAlertTable : IEntityTypeConfiguration<BudgetAlert>
{
    public void Configure(EntityTypeBuilder<BudgetAlert> alert)
    {
        alert.ToTable("budget_alerts").HasKey(a => a.AlertId);
        alert.Property(a => a.AlertId).ValueGeneratedNever();
        alert.Property(a => a.WorkspaceId).HasMaxLength(WorkspaceTable.LongestId);
        alert.Property(a => a.PeriodKey).HasMaxLength(10);
        alert.Property(a => a.Percent).HasPrecision(20, 10);
        alert.Property(a => a.Spent).HasPrecision(20, 10);
        alert.Property(a => a.LimitAmount).HasPrecision(20, 10);
        alert.HasIndex(a => new { a.WorkspaceId, a.CreatedAt });
        alert.Property(a => a.ToldBy).HasMaxLength(300);
        alert.Property(a => a.WebhookReference).HasMaxLength(100);
        alert.HasIndex(a => a.CreatedAt);
        alert.HasIndex(a => a.WebhookDueAt).HasFilter("webhook_due_at is not null");
    }
}
