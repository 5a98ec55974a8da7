using Microsoft.EntityFrameworkCore;

namespace Phase1.BatchOrchestrator.Timeline;

static class TimelineTable
{
    internal static ModelBuilder AddTimeline(this ModelBuilder model) =>
        model.Entity<TimelineEntry>(entry =>
        {
            // Every fact of every service is a row here: the batch leads the key, which saves an index.
            entry.ToTable("batch_timeline").HasKey(e => new { e.BatchId, e.EventId });
            entry.Property(e => e.EventId).ValueGeneratedNever();
            entry.HasIndex(e => e.CorrelationId);
            // Rows come in the order of time: a few pages of summary find what is old enough to go.
            entry.HasIndex(e => e.OccurredAt).HasMethod("brin");
        });
}
