using Microsoft.EntityFrameworkCore;

namespace Phase1.Messaging.Storage;

/// <summary>Maps the engine's tables into a service's DbContext, so that the service's migrations create them.</summary>
public static class MessagingModel
{
    /// <summary>Adds inbox, outbox, held_messages, dead_letters with their history, partition_owners and idempotent_requests to the model.</summary>
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
        });
        model.Entity<DeadLetter>(letter =>
        {
            letter.ToTable("dead_letters").HasKey(l => l.Id);
            letter.HasIndex(l => new { l.State, l.LastFailedAt });
            letter.HasIndex(l => l.BatchId);
            letter.Property(l => l.BodyDigest).HasComputedColumnSql("sha256(body)", stored: true);
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
        model.Entity<DeadLetterAccess>(access => access.ToTable("dead_letter_accesses").HasKey(a => a.Id));
        model.Entity<PartitionOwner>(owner => owner.ToTable("partition_owners").HasKey(o => new { o.Consumer, o.Partition }));
        model.Entity<IdempotentRequest>(request =>
        {
            request.ToTable("idempotent_requests").HasKey(r => new { r.UserId, r.Key });
            request.HasIndex(r => r.ExpiresAt);
        });
        return model;
    }
}
