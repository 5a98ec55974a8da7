using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Phase1.ModelGateway.Ledger;

sealed class UsageTable : IEntityTypeConfiguration<UsageEntry>
{
    public void Configure(EntityTypeBuilder<UsageEntry> usage)
    {
        usage.ToTable(
            "llm_usage",
            table =>
            {
                table.HasCheckConstraint("ck_llm_usage_total", "cost_total = cost_input + cost_output + cost_request");
                // Whoever books nothing must say why: a calculation that forgot the price cannot book at all.
                table.HasCheckConstraint("ck_llm_usage_zero", "cost_total > 0 or zero_reason is not null");
                table.HasCheckConstraint("ck_llm_usage_costs", "cost_input >= 0 and cost_output >= 0 and cost_request >= 0");
                table.HasCheckConstraint("ck_llm_usage_tokens", "input_tokens >= 0 and output_tokens >= 0");
            }
        );
        CallFacts.Configure(usage);
        usage.Property(u => u.Provider).HasMaxLength(40);
        usage.Property(u => u.ModelId).HasMaxLength(100);
        usage.Property(u => u.CostInput).HasPrecision(20, 10);
        usage.Property(u => u.CostOutput).HasPrecision(20, 10);
        usage.Property(u => u.CostRequest).HasPrecision(20, 10);
        usage.Property(u => u.CostTotal).HasPrecision(20, 10);
        usage.Property(u => u.ReportedCost).HasPrecision(20, 10);
        usage.Property(u => u.Currency).HasMaxLength(3).IsFixedLength();
        usage.HasIndex(u => new { u.WorkspaceId, u.LocalDay });
        usage.HasIndex(u => u.BatchId);
        usage.HasIndex(u => u.EssayId);
        usage.HasIndex(u => u.OccurredAt);
    }
}
