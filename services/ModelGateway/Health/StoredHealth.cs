using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Phase1.ModelGateway.Health;

/// <summary>How a provider was known last, by whichever instance: a change is told once.</summary>
sealed class StoredHealth
{
    public required string Provider { get; init; }
    public ProviderLevel Status { get; init; }
    public CircuitState CircuitState { get; init; }

    /// <summary>What was met last: a code; null where all is well.</summary>
    public string? Reason { get; init; }

    public int? HttpStatus { get; init; }
    public DateTimeOffset ChangedAt { get; init; }
}

sealed class StoredHealthTable : IEntityTypeConfiguration<StoredHealth>
{
    public void Configure(EntityTypeBuilder<StoredHealth> health)
    {
        health.ToTable("provider_health").HasKey(h => h.Provider);
        health.Property(h => h.Provider).HasMaxLength(40);
        health.Property(h => h.Reason).HasMaxLength(40);
    }
}
