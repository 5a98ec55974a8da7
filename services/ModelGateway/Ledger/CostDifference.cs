using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Phase1.ModelGateway.Ledger;

/// <summary>A call that cost something else by its provider's account than by ours. Ours is booked; somebody may ask why.</summary>
sealed class CostDifference
{
    // What rounding, and a price list of another day, come to.
    const decimal Tolerance = 5;
    const decimal MostPercent = 1_000_000;

    public Guid RequestId { get; init; }

    /// <summary>What is booked.</summary>
    public decimal Computed { get; init; }

    /// <summary>What the provider says, in its own arithmetic.</summary>
    public decimal Reported { get; init; }

    /// <summary>How far it is from ours, in percent of ours.</summary>
    public decimal Percent { get; init; }

    /// <summary>The row of a call; null where both agree well enough, and where the provider says nothing.</summary>
    internal static CostDifference? Of(UsageEntry entry)
    {
        if (entry.ReportedCost is not { } reported)
        {
            return null;
        }
        var percent = PercentOf(entry.CostTotal, reported);
        return percent <= Tolerance
            ? null
            : new()
            {
                RequestId = entry.RequestId,
                Computed = entry.CostTotal,
                Reported = reported,
                Percent = percent,
            };
    }

    static decimal PercentOf(decimal computed, decimal reported) =>
        computed == reported ? 0
        : computed == 0 ? MostPercent
        : Math.Min(Math.Abs(reported - computed) * 100 / computed, MostPercent);
}

sealed class CostDifferenceTable : IEntityTypeConfiguration<CostDifference>
{
    public void Configure(EntityTypeBuilder<CostDifference> difference)
    {
        difference.ToTable("cost_discrepancies").HasKey(d => d.RequestId);
        difference.Property(d => d.RequestId).ValueGeneratedNever();
        difference.Property(d => d.Computed).HasPrecision(20, 10);
        difference.Property(d => d.Reported).HasPrecision(20, 10);
        difference.Property(d => d.Percent).HasPrecision(20, 10);
        difference.HasOne<UsageEntry>().WithOne().HasForeignKey<CostDifference>(d => d.RequestId);
    }
}
