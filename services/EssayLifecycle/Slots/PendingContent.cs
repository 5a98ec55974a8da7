using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Phase1.EssayLifecycle.Slots;

/// <summary>A file's fact that came before its batch.</summary>
sealed class PendingContent
{
    public const string Content = "content";
    public const string Failure = "failure";

    public required Guid BatchId { get; init; }
    public required Guid FileUploadId { get; init; }

    /// <summary>Order of arrival: files of one poll arrive at the same instant.</summary>
    public long Arrival { get; init; }
    public required string Kind { get; init; }
    public required string Envelope { get; init; }
    public required DateTimeOffset ReceivedAt { get; init; }
}

sealed class PendingContentTable : IEntityTypeConfiguration<PendingContent>
{
    public void Configure(EntityTypeBuilder<PendingContent> builder)
    {
        builder.ToTable(
            "pending_content",
            table =>
                table.HasCheckConstraint("ck_pending_content_kind", $"kind in ('{PendingContent.Content}', '{PendingContent.Failure}')")
        );
        builder.HasKey(pending => new { pending.BatchId, pending.FileUploadId });
        builder.Property(pending => pending.Arrival).UseIdentityAlwaysColumn();
        builder.Property(pending => pending.Envelope).HasColumnType("jsonb");
    }
}
