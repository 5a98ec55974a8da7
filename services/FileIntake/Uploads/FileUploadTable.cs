using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Phase1.FileIntake.Content;
using Phase1.FileIntake.Extraction;
using Phase1.Messaging.Storage;

namespace Phase1.FileIntake.Uploads;

sealed class FileUploadTable : IEntityTypeConfiguration<FileUpload>
{
    public void Configure(EntityTypeBuilder<FileUpload> builder)
    {
        builder.ToTable("file_uploads").HasKey(upload => upload.FileUploadId);
        builder.Ignore(upload => upload.Cause);
        builder.Property(upload => upload.OriginalFileName).HasMaxLength(FileSniffer.MaxFileNameLength);
        builder.Property(upload => upload.UserId).HasMaxLength(255);
        builder.Property(upload => upload.OrgId).HasMaxLength(255);
        builder.Property(upload => upload.Sha256).HasMaxLength(64).IsFixedLength();
        builder.Property(upload => upload.RawStorageId).HasMaxLength(StorageIds.Length).IsFixedLength();
        builder.Property(upload => upload.TextStorageId).HasMaxLength(StorageIds.Length).IsFixedLength();
        builder.Property(upload => upload.Trace).HasConversion<TraceContextConverter>();

        builder.HasIndex(upload => new { upload.BatchId, upload.Sha256 }).IsUnique().HasFilter("not allow_duplicate");
        builder.HasIndex(upload => new { upload.BatchId, upload.ClientFileId }).IsUnique().HasFilter("client_file_id is not null");
        builder.HasIndex(upload => new { upload.BatchId, upload.UploadedAt });
        builder.HasIndex(upload => upload.TextStorageId).HasFilter("text_storage_id is not null");
        // What the workers look for.
        builder.HasIndex(upload => upload.NextAttemptAt).HasFilter("state = 'received'");
    }
}
