using System.Text;
using Microsoft.EntityFrameworkCore;

namespace Phase1.Messaging.Storage;

/// <summary>Maps the engine's tables into a service's DbContext, so that the service's migrations create them.</summary>
public static class MessagingModel
{
    /// <summary>
    /// Adds inbox, outbox, held_messages, dead_letters with their history, partition_owners, consumed_offsets, idempotent_requests and deleted_batches
    /// to the model.
    /// </summary>
    /// <param name="model">The model of the service's DbContext.</param>
    public static ModelBuilder AddMessagingTables(this ModelBuilder model)
    {
        model.Entity<InboxEntry>(entry =>
        {
            // The event id first: it decides every comparison in the index, and nearly all rows have the same consumer.
            entry.ToTable("inbox").HasKey(e => new { e.EventId, e.Consumer });
            entry.HasIndex(e => e.ProcessedAt);
        });
        model.Entity<OutboxEntry>(entry =>
        {
            entry.ToTable("outbox").HasKey(e => e.Id);
            entry.Property(e => e.Id).UseIdentityAlwaysColumn();
            entry.HasIndex(e => e.EventId).IsUnique();
            entry.Property(e => e.Headers).HasConversion(bytes => Encoding.UTF8.GetString(bytes), text => Encoding.UTF8.GetBytes(text));
        });
        model.Entity<HeldMessage>(held =>
        {
            held.ToTable("held_messages")
                .HasKey(h => new
                {
                    h.Consumer,
                    h.RecordKey,
                    h.Seq,
                });
            held.Property(h => h.Seq).UseIdentityAlwaysColumn();
            held.HasIndex(h => new { h.Consumer, h.EventId }).IsUnique();
            held.HasIndex(h => h.DeadLetterId).HasFilter("dead_letter_id is not null");
            held.HasIndex(h => h.BatchId).HasFilter("batch_id is not null");
        });
        model.Entity<DeadLetter>(letter =>
        {
            letter.ToTable("dead_letters").HasKey(l => l.Id);
            letter.HasIndex(l => new { l.State, l.LastFailedAt });
            letter.HasIndex(l => l.BatchId);
            letter.HasIndex(l => l.ResolvedAt).HasFilter("resolved_at is not null");
            letter.Property(l => l.BodyDigest).HasComputedColumnSql("sha256(body)", stored: true);
            letter.Property(l => l.Cause).HasComputedColumnSql(DeadLetterCause.Cause, stored: true);
            letter.Property(l => l.Frame).HasComputedColumnSql(DeadLetterCause.Frame, stored: true);
            letter.HasIndex(l => l.Cause).HasFilter("state = 'open'");
            letter
                .HasIndex(l => new
                {
                    l.Consumer,
                    l.Topic,
                    l.Partition,
                    l.LogOffset,
                    l.BodyDigest,
                })
                .HasDatabaseName("ix_dead_letters_open_record")
                .IsUnique()
                .HasFilter("state = 'open'");
        });
        model.Entity<DeadLetterHistoryEntry>(entry =>
        {
            entry.ToTable("dead_letter_history").HasKey(e => new { e.DeadLetterId, e.Seq });
            entry.Property(e => e.Seq).UseIdentityAlwaysColumn();
            entry.HasOne<DeadLetter>().WithMany().HasForeignKey(e => e.DeadLetterId);
        });
        model.Entity<DeadLetterAccess>(access =>
        {
            access.ToTable("dead_letter_accesses").HasKey(a => a.Id);
            access.HasIndex(a => a.DeadLetterId);
        });
        model.Entity<ConsumedOffset>(offset =>
        {
            // Changed by every poll: no index but the key, and room on the page for the next version of a row.
            offset
                .ToTable("consumed_offsets")
                .HasKey(o => new
                {
                    o.Consumer,
                    o.Topic,
                    o.Partition,
                });
            offset.HasStorageParameter("fillfactor", 50);
        });
        model.Entity<PartitionOwner>(owner => owner.ToTable("partition_owners").HasKey(o => new { o.Consumer, o.Partition }));
        model.Entity<IdempotentRequest>(request =>
        {
            request.ToTable("idempotent_requests").HasKey(r => new { r.UserId, r.Key });
            request.HasIndex(r => r.ExpiresAt);
        });
        model.Entity<DeletedBatch>(batch =>
        {
            batch.ToTable("deleted_batches").HasKey(b => b.BatchId);
            batch.Property(b => b.BatchId).ValueGeneratedNever();
            batch.Property(b => b.OwnerUserId).HasMaxLength(255);
            batch.HasIndex(b => b.DeletedAt);
        });
        return model;
    }
}
