using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Phase1.ClassManagement.Associations.Suggestions;

/// <summary>A record of suggestions that came before the matching request of its batch.</summary>
sealed class PendingSuggestion
{
    public required Guid BatchId { get; init; }

    public required Guid EventId { get; init; }

    /// <summary>Order of arrival: what one poll brings arrives at the same instant.</summary>
    public long Arrival { get; init; }

    public required string Envelope { get; init; }

    public required DateTimeOffset ReceivedAt { get; init; }
}

sealed class PendingSuggestionTable : IEntityTypeConfiguration<PendingSuggestion>
{
    public void Configure(EntityTypeBuilder<PendingSuggestion> pending)
    {
        pending.ToTable("pending_suggestions").HasKey(p => new { p.BatchId, p.EventId });
        pending.Property(p => p.Arrival).UseIdentityAlwaysColumn();
        pending.Property(p => p.Envelope).HasColumnType("jsonb");
    }
}
