using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Phase1.Events;
using Phase1.ServiceDefaults;

namespace Phase1.BatchOrchestrator.Batches;

/// <summary>
/// The tables of a batch. They have no foreign keys among them: a batch's row is written by the engine at the end of the transaction, after
/// the rows that belong to it.
/// </summary>
static class BatchTables
{
    internal static ModelBuilder AddBatches(this ModelBuilder model) =>
        model.Entity<BatchState>(Batch).Entity<BatchEssay>(Essay).Entity<StatusChange>(Change).Entity<ParkedFact>(Parked);

    static void Batch(EntityTypeBuilder<BatchState> batch)
    {
        batch.ToTable(
            "batches",
            table =>
                table.HasCheckConstraint(
                    "ck_batches_expected_essay_count",
                    $"expected_essay_count between 1 and {EnvelopeLimits.MaxEssays}"
                )
        );
        batch.HasKey(b => b.CorrelationId);
        batch.Property(b => b.CorrelationId).HasColumnName("batch_id").ValueGeneratedNever();
        batch.Property(b => b.ChainId).HasColumnName("correlation_id");
        batch.Property(b => b.Version).IsConcurrencyToken();
        batch.Property(b => b.StudentPromptRef).HasColumnType("jsonb");
        batch.Property(b => b.AssignmentId).HasMaxLength(100);
        batch.Ignore(b => b.CurrentState);
        batch.HasIndex(b => new { b.UserId, b.CreatedAt });
        batch.HasIndex(b => new { b.Status, b.StatusSince });
    }

    static void Essay(EntityTypeBuilder<BatchEssay> essay)
    {
        essay.ToTable("batch_essays").HasKey(e => new { e.BatchId, e.EssayId });
        // A decision and a release change no indexed column and find room on their row's page, so that they cost no index a write.
        essay.HasStorageParameter("fillfactor", 60);
        essay.HasIndex(e => e.TextStorageId).HasFilter("text_storage_id is not null");
    }

    static void Change(EntityTypeBuilder<StatusChange> change)
    {
        change.ToTable("batch_status_history").HasKey(c => new { c.BatchId, c.Seq });
        change.Property(c => c.Snapshot).IsJson();
    }

    static void Parked(EntityTypeBuilder<ParkedFact> fact)
    {
        fact.ToTable("parked_facts").HasKey(f => new { f.BatchId, f.EventId });
        fact.Property(f => f.Envelope).HasColumnType("jsonb");
    }
}
