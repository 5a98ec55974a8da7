using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Phase1.EssayLifecycle.Confirmations;

/// <summary>A confirmation or correction that came before the batch's content was complete.</summary>
sealed class PendingConfirmation
{
    public required Guid BatchId { get; init; }
    public required Guid EventId { get; init; }

    /// <summary>Order of arrival: what one poll brings arrives at the same instant.</summary>
    public long Arrival { get; init; }
    public required string Envelope { get; init; }
    public required DateTimeOffset ReceivedAt { get; init; }
}

sealed class PendingConfirmationTable : IEntityTypeConfiguration<PendingConfirmation>
{
    public void Configure(EntityTypeBuilder<PendingConfirmation> builder)
    {
        builder.ToTable("pending_confirmations").HasKey(pending => new { pending.BatchId, pending.EventId });
        builder.Property(pending => pending.Arrival).UseIdentityAlwaysColumn();
        builder.Property(pending => pending.Envelope).HasColumnType("jsonb");
    }
}
