using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Phase1.ModelGateway.Alerts;

namespace Phase1.ModelGateway.Budgets;

/// <summary>A budget in one of its periods: what is spent and what is reserved.</summary>
sealed class BudgetPeriod
{
    public Guid PeriodId { get; init; }
    public Guid BudgetId { get; init; }
    public required string PeriodKey { get; init; }
    public DateTimeOffset StartsAt { get; init; }
    public DateTimeOffset? EndsAt { get; init; }

    /// <summary>The budget's limit when the period began, unless it was raised for this period alone.</summary>
    public decimal? LimitAmount { get; set; }

    /// <summary>Raised with the limit, so that a threshold of the new one is told anew.</summary>
    public int LimitVersion { get; set; }

    public decimal Spent { get; set; }
    public decimal Reserved { get; set; }
    public DateTimeOffset? WarnedAt { get; set; }
    public DateTimeOffset? CriticalAt { get; set; }
    public DateTimeOffset? ExceededAt { get; set; }

    internal MeterMarks Marks => new(WarnedAt, CriticalAt, ExceededAt);
}

sealed class BudgetPeriodTable : IEntityTypeConfiguration<BudgetPeriod>
{
    public void Configure(EntityTypeBuilder<BudgetPeriod> period)
    {
        period.ToTable(
            "budget_periods",
            table =>
            {
                table.HasCheckConstraint("ck_budget_periods_spent", "spent >= 0");
                table.HasCheckConstraint("ck_budget_periods_reserved", "reserved >= 0");
            }
        );
        period.HasKey(p => p.PeriodId);
        // No index has a column that calls change, and each page has room: a change costs no index a write.
        period.HasStorageParameter("fillfactor", 50);
        period.Property(p => p.PeriodId).ValueGeneratedNever();
        period.Property(p => p.PeriodKey).HasMaxLength(10);
        period.Property(p => p.LimitAmount).HasPrecision(20, 10);
        period.Property(p => p.Spent).HasPrecision(20, 10);
        period.Property(p => p.Reserved).HasPrecision(20, 10);
        period.HasOne<Budget>().WithMany().HasForeignKey(p => p.BudgetId).OnDelete(DeleteBehavior.Restrict);
        period.HasIndex(p => new { p.BudgetId, p.PeriodKey }).IsUnique();
    }
}
