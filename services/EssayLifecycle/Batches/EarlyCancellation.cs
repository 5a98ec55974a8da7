using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Phase1.EssayLifecycle.Batches;

/// <summary>A cancellation that came before its batch.</summary>
sealed class EarlyCancellation
{
    public required Guid BatchId { get; init; }
    public required DateTimeOffset CancelledAt { get; init; }
}

sealed class EarlyCancellationTable : IEntityTypeConfiguration<EarlyCancellation>
{
    public void Configure(EntityTypeBuilder<EarlyCancellation> builder)
    {
        builder.ToTable("early_cancellations").HasKey(cancellation => cancellation.BatchId);
        builder.Property(cancellation => cancellation.BatchId).ValueGeneratedNever();
        builder.HasIndex(cancellation => cancellation.CancelledAt);
    }
}
