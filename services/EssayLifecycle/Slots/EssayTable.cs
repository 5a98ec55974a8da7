using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Phase1.EssayLifecycle.Batches;

namespace Phase1.EssayLifecycle.Slots;

sealed class EssayTable : IEntityTypeConfiguration<Essay>
{
    public void Configure(EntityTypeBuilder<Essay> builder)
    {
        builder.ToTable("essays").HasKey(essay => essay.EssayId);
        // A decision changes no indexed column and finds room on its row's page, so that it costs no index a write.
        builder.HasStorageParameter("fillfactor", 60);
        builder.Property(essay => essay.EssayId).ValueGeneratedNever();
        builder.Property(essay => essay.TextStorageId).HasMaxLength(255);
        builder.Property(essay => essay.OriginalFileName).HasMaxLength(500);
        builder.HasOne<BatchTracker>().WithMany().HasForeignKey(essay => essay.BatchId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(essay => new { essay.BatchId, essay.Ordinal }).IsUnique();
        builder.HasIndex(essay => new { essay.BatchId, essay.TextStorageId }).IsUnique().HasFilter("text_storage_id is not null");
        builder.HasIndex(essay => new { essay.BatchId, essay.FileUploadId }).IsUnique().HasFilter("file_upload_id is not null");
    }
}
