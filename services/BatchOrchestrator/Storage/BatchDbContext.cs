using Microsoft.EntityFrameworkCore;
using Phase1.BatchOrchestrator.Batches;
using Phase1.BatchOrchestrator.Pipelines;
using Phase1.BatchOrchestrator.Timeline;
using Phase1.Messaging.Storage;
using Phase1.ServiceDefaults;

namespace Phase1.BatchOrchestrator.Storage;

sealed class BatchDbContext(DbContextOptions<BatchDbContext> options) : DbContext(options)
{
    public DbSet<BatchState> Batches => Set<BatchState>();
    public DbSet<BatchEssay> BatchEssays => Set<BatchEssay>();
    public DbSet<StatusChange> StatusChanges => Set<StatusChange>();
    public DbSet<ParkedFact> ParkedFacts => Set<ParkedFact>();
    public DbSet<PipelineRun> PipelineRuns => Set<PipelineRun>();
    public DbSet<TimelineEntry> Timeline => Set<TimelineEntry>();

    protected override void OnModelCreating(ModelBuilder modelBuilder) =>
        modelBuilder.AddMessagingTables().AddPrivacyRequests().AddBatches().AddPipelines().AddTimeline().UseSnakeCaseNames();
}
