using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Phase1.ModelGateway.Workspaces;

namespace Phase1.ModelGateway.Prices;

/// <summary>What a model costs in one direction, from one instant to another.</summary>
sealed class Price
{
    public Guid PriceId { get; init; }

    /// <summary>Null for a price of all workspaces.</summary>
    public string? WorkspaceId { get; init; }

    public required string Provider { get; init; }

    /// <summary>The id of the model, as in <c>local/default</c>.</summary>
    public required string Model { get; init; }

    public PriceDirection Direction { get; init; }
    public PriceUnit Unit { get; init; }
    public decimal Amount { get; init; }
    public required string Currency { get; init; }
    public DateTimeOffset EffectiveFrom { get; init; }

    /// <summary>Null while it holds.</summary>
    public DateTimeOffset? EffectiveUntil { get; set; }

    /// <summary>The user who set it.</summary>
    public required string CreatedBy { get; init; }

    internal bool HoldsAt(DateTimeOffset instant) => EffectiveFrom <= instant && (EffectiveUntil is null || instant < EffectiveUntil);
}

sealed class PriceTable : IEntityTypeConfiguration<Price>
{
    public void Configure(EntityTypeBuilder<Price> price)
    {
        price.ToTable(
            "llm_prices",
            table =>
            {
                table.HasCheckConstraint("ck_llm_prices_price", "price >= 0");
                table.HasCheckConstraint("ck_llm_prices_request", "(direction = 'request') = (unit = 'request')");
                table.HasCheckConstraint("ck_llm_prices_span", "effective_until > effective_from");
            }
        );
        price.HasKey(p => p.PriceId);
        price.Property(p => p.PriceId).ValueGeneratedNever();
        price.Property(p => p.WorkspaceId).HasMaxLength(WorkspaceTable.LongestId);
        price.Property(p => p.Provider).HasMaxLength(40);
        price.Property(p => p.Model).HasMaxLength(100);
        price.Property(p => p.Amount).HasColumnName("price").HasPrecision(20, 10);
        price.Property(p => p.Currency).HasMaxLength(3).IsFixedLength();
        price.Property(p => p.CreatedBy).HasMaxLength(255);
        price
            .HasIndex(p => new
            {
                p.WorkspaceId,
                p.Model,
                p.Direction,
                p.EffectiveFrom,
            })
            .IsUnique()
            .AreNullsDistinct(false);
        price
            .HasIndex(
                p => new
                {
                    p.WorkspaceId,
                    p.Model,
                    p.Direction,
                },
                "ix_llm_prices_open"
            )
            .IsUnique()
            .AreNullsDistinct(false)
            .HasFilter("effective_until is null");
    }
}
