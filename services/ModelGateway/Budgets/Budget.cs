using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Phase1.ModelGateway.Alerts;
using Phase1.ModelGateway.Workspaces;

namespace Phase1.ModelGateway.Budgets;

/// <summary>What a budget is for. A refusal names the first of this order.</summary>
enum BudgetScope
{
    Request,
    Teacher,
    Course,
    Workspace,
    Organisation,
}

/// <summary>What a budget counts. Of two that refuse, the first of this order is named.</summary>
enum MeterUnit
{
    Tokens,
    Money,
}

/// <summary>How much may be taken in each of its periods. What has once been spent on is never deleted, only set inactive.</summary>
sealed class Budget
{
    public Guid BudgetId { get; init; }

    /// <summary>Null for a budget of an organisation.</summary>
    public string? WorkspaceId { get; init; }

    public BudgetScope ScopeType { get; init; }

    /// <summary>A teacher's id, a course code, a workspace or an organisation.</summary>
    public required string ScopeId { get; init; }

    public PeriodKind Period { get; init; }
    public MeterUnit Unit { get; init; }

    /// <summary>Null for no limit: counted, and never refused.</summary>
    public decimal? LimitAmount { get; set; }

    /// <summary>Null for tokens.</summary>
    public string? Currency { get; init; }

    public decimal WarningPct { get; set; } = MeterThresholds.Usual.WarningPercent;
    public decimal CriticalPct { get; set; } = MeterThresholds.Usual.CriticalPercent;
    public bool IsActive { get; set; } = true;
    public long Version { get; set; } = 1;

    /// <summary>The user who made it.</summary>
    public required string CreatedBy { get; init; }

    public DateTimeOffset UpdatedAt { get; set; }

    internal MeterThresholds Thresholds => new(WarningPct, CriticalPct);
}

sealed class BudgetTable : IEntityTypeConfiguration<Budget>
{
    public void Configure(EntityTypeBuilder<Budget> budget)
    {
        budget.ToTable(
            "budgets",
            table =>
            {
                table.HasCheckConstraint("ck_budgets_limit", "limit_amount >= 0");
                table.HasCheckConstraint("ck_budgets_thresholds", "0 < warning_pct and warning_pct < critical_pct and critical_pct <= 100");
                table.HasCheckConstraint("ck_budgets_currency", "(currency is null) = (unit = 'tokens')");
                table.HasCheckConstraint("ck_budgets_workspace", "(workspace_id is null) = (scope_type = 'organisation')");
                // What a single call may take is compared with the call alone, whatever the period.
                table.HasCheckConstraint("ck_budgets_request", "(scope_type = 'request') = (period = 'request')");
            }
        );
        budget.HasKey(b => b.BudgetId);
        budget.Property(b => b.BudgetId).ValueGeneratedNever();
        budget.Property(b => b.ScopeId).HasMaxLength(WorkspaceTable.LongestId);
        budget.Property(b => b.LimitAmount).HasPrecision(20, 10);
        budget.Property(b => b.Currency).HasMaxLength(3).IsFixedLength();
        budget.Property(b => b.WarningPct).HasPrecision(5, 2);
        budget.Property(b => b.CriticalPct).HasPrecision(5, 2);
        budget.Property(b => b.CreatedBy).HasMaxLength(255);
        budget.HasOne<Workspace>().WithMany().HasForeignKey(b => b.WorkspaceId).OnDelete(DeleteBehavior.Restrict);
        budget
            .HasIndex(b => new
            {
                b.WorkspaceId,
                b.ScopeType,
                b.ScopeId,
                b.Period,
                b.Unit,
            })
            .IsUnique()
            .AreNullsDistinct(false)
            .HasFilter("is_active");
    }
}
