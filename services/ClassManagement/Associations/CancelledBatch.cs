using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Phase1.ClassManagement.Associations;

/// <summary>A batch that was cancelled before its set was opened: it never will be.</summary>
sealed record CancelledBatch(Guid BatchId, DateTimeOffset CancelledAt);

sealed class CancelledBatchTable : IEntityTypeConfiguration<CancelledBatch>
{
    public void Configure(EntityTypeBuilder<CancelledBatch> batch)
    {
        batch.ToTable("cancelled_batches").HasKey(b => b.BatchId);
        batch.Property(b => b.BatchId).ValueGeneratedNever();
        batch.HasIndex(b => b.CancelledAt);
    }
}
