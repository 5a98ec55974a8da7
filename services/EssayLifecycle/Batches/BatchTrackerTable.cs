using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Phase1.EssayLifecycle.Batches;

sealed class BatchTrackerTable : IEntityTypeConfiguration<BatchTracker>
{
    public void Configure(EntityTypeBuilder<BatchTracker> builder)
    {
        builder.ToTable(
            "batch_trackers",
            table => table.HasCheckConstraint("ck_batch_trackers_counts", "assigned_count + failed_count <= expected_count")
        );
        builder.HasKey(tracker => tracker.BatchId);
        builder.Property(tracker => tracker.BatchId).ValueGeneratedNever();
        builder.Property(tracker => tracker.UserId).HasMaxLength(255);
        builder.Property(tracker => tracker.OrgId).HasMaxLength(255);
        builder.Property(tracker => tracker.StudentPromptRef).HasColumnType("jsonb");
    }
}
