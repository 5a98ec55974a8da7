using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Phase1.Events;

namespace Phase1.ClassManagement.Notifications;

/// <summary>Something a teacher was told. Its id is the event's, so that a record delivered again adds nothing.</summary>
sealed class Notification
{
    public required Guid NotificationId { get; init; }

    public required string TeacherId { get; init; }

    /// <summary>The place in the teacher's own sequence, given when somebody first reads; what a browser that comes back names.</summary>
    public long? Position { get; private set; }

    public required string Type { get; init; }

    public required NotificationCategory Category { get; init; }

    public required NotificationPriority Priority { get; init; }

    /// <summary>Ids, counts and codes, as the producer sent them.</summary>
    public required JsonElement Payload { get; init; }

    public required bool ActionRequired { get; init; }

    public DateTimeOffset? DeadlineAt { get; init; }

    public Guid? BatchId { get; init; }

    public Guid? ClassId { get; init; }

    public required Guid CorrelationId { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset? ReadAt { get; private set; }
}

sealed class NotificationTable : IEntityTypeConfiguration<Notification>
{
    public void Configure(EntityTypeBuilder<Notification> notification)
    {
        notification.ToTable("notifications").HasKey(n => n.NotificationId);
        notification.Property(n => n.NotificationId).ValueGeneratedNever();
        notification.Property(n => n.TeacherId).HasMaxLength(255);
        notification.Property(n => n.Type).HasMaxLength(100);
        notification
            .Property(n => n.Payload)
            .HasColumnType("jsonb")
            .HasConversion(json => json.GetRawText(), text => JsonElement.Parse(text, default(JsonDocumentOptions)));
        notification.HasIndex(n => new { n.TeacherId, n.Position }).IsUnique().HasFilter("position is not null");
        notification.HasIndex(n => n.TeacherId).HasFilter("position is null").HasDatabaseName("ix_notifications_without_position");
        notification.HasIndex(n => n.CreatedAt);
        notification.HasIndex(n => n.BatchId).HasFilter("batch_id is not null");
    }
}
