using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Phase1.Events;

namespace Phase1.FileIntake.Batches;

/// <summary>A batch of which we know that it takes no more files; it stays locked for as long as it is there.</summary>
sealed class BatchLock
{
    public required Guid BatchId { get; init; }
    public required BatchStatus Status { get; init; }
    public required DateTimeOffset LockedAt { get; init; }
}

sealed class BatchLockTable : IEntityTypeConfiguration<BatchLock>
{
    public void Configure(EntityTypeBuilder<BatchLock> builder) => builder.ToTable("batch_locks").HasKey(locked => locked.BatchId);
}
