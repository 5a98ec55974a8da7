using Microsoft.EntityFrameworkCore;

namespace Phase1.BatchOrchestrator.Timeline;

static class TimelineTable
{
    internal static ModelBuilder AddTimeline(this ModelBuilder model) =>
        model.Entity<TimelineEntry>(entry =>
        {
            entry.ToTable("batch_timeline").HasKey(e => e.EventId);
            entry.Property(e => e.EventId).ValueGeneratedNever();
            entry.HasIndex(e => new { e.BatchId, e.OccurredAt });
            entry.HasIndex(e => new { e.CorrelationId, e.OccurredAt });
            // Rows come in the order of time: a few pages of summary find what is old enough to go.
            entry.HasIndex(e => e.OccurredAt).HasMethod("brin");
        });
}
