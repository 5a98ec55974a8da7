using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Phase1.EssayLifecycle.Batches;
using Phase1.Events;

namespace Phase1.EssayLifecycle.Slots;

/// <summary>A text that found no slot.</summary>
sealed class ExcessContent
{
    public required Guid BatchId { get; init; }
    public required string TextStorageId { get; init; }
    public string? OriginalFileName { get; init; }
    public required ExcessReason Reason { get; init; }
    public required DateTimeOffset ReceivedAt { get; init; }
}

sealed class ExcessContentTable : IEntityTypeConfiguration<ExcessContent>
{
    public void Configure(EntityTypeBuilder<ExcessContent> builder)
    {
        builder.ToTable("excess_content").HasKey(excess => new { excess.BatchId, excess.TextStorageId });
        builder.Property(excess => excess.TextStorageId).HasMaxLength(255);
        builder.Property(excess => excess.OriginalFileName).HasMaxLength(500);
        builder.HasOne<BatchTracker>().WithMany().HasForeignKey(excess => excess.BatchId).OnDelete(DeleteBehavior.Restrict);
    }
}
