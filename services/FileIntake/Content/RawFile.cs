using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Phase1.FileIntake.Content;

/// <summary>The bytes of an upload as they came.</summary>
sealed class RawFile
{
    public required string StorageId { get; init; }
    public required byte[] Bytes { get; init; }
    public required string Sha256 { get; init; }
    public required int Length { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }
}

sealed class RawFileTable : IEntityTypeConfiguration<RawFile>
{
    public void Configure(EntityTypeBuilder<RawFile> builder)
    {
        builder.ToTable("raw_files").HasKey(file => file.StorageId);
        builder.Property(file => file.StorageId).HasMaxLength(StorageIds.Length).IsFixedLength();
        builder.Property(file => file.Sha256).HasMaxLength(64).IsFixedLength();
    }
}
