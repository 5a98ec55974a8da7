using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Phase1.ClassManagement.Notifications;

/// <summary>The last place given in a teacher's feed: the next one comes behind it, also when the notification that had it is deleted.</summary>
sealed class FeedEnd
{
    public required string TeacherId { get; init; }

    public required long LastPosition { get; init; }

    public required DateTimeOffset LastGivenAt { get; init; }
}

sealed class FeedEndTable : IEntityTypeConfiguration<FeedEnd>
{
    public void Configure(EntityTypeBuilder<FeedEnd> feed)
    {
        feed.ToTable("notification_feeds").HasKey(f => f.TeacherId);
        feed.Property(f => f.TeacherId).HasMaxLength(255);
        feed.HasIndex(f => f.LastGivenAt);
    }
}
