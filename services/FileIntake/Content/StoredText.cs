using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Phase1.FileIntake.Content;

/// <summary>A text as it is served: never changed after it was stored.</summary>
sealed class StoredText
{
    public required string StorageId { get; init; }

    /// <summary>Whose essay it is; null when a service stored it for nobody in particular. Then services alone read it.</summary>
    public string? OwnerUserId { get; init; }
    public required string Text { get; init; }
    public required string Sha256 { get; init; }

    /// <summary>Characters (code points).</summary>
    public required int Length { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public static StoredText Of(string text, string? ownerUserId, TimeProvider clock) =>
        new()
        {
            StorageId = StorageIds.New(clock),
            OwnerUserId = ownerUserId,
            Text = text,
            Sha256 = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text))),
            Length = text.EnumerateRunes().Count(),
            CreatedAt = clock.GetUtcNow(),
        };
}

sealed class StoredTextTable : IEntityTypeConfiguration<StoredText>
{
    public void Configure(EntityTypeBuilder<StoredText> builder)
    {
        builder.ToTable("texts").HasKey(text => text.StorageId);
        builder.Property(text => text.StorageId).HasMaxLength(StorageIds.Length).IsFixedLength();
        builder.Property(text => text.OwnerUserId).HasMaxLength(255);
        builder.Property(text => text.Sha256).HasMaxLength(64).IsFixedLength();
        builder.HasIndex(text => text.CreatedAt);
    }
}
