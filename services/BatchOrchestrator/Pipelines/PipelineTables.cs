using Microsoft.EntityFrameworkCore;
using Phase1.ServiceDefaults;

namespace Phase1.BatchOrchestrator.Pipelines;

static class PipelineTables
{
    internal static ModelBuilder AddPipelines(this ModelBuilder model) =>
        model.Entity<PipelineRun>(run =>
        {
            run.ToTable("pipeline_runs").HasKey(r => r.RunId);
            run.Property(r => r.RunId).ValueGeneratedNever();
            run.Property(r => r.RequestedPipeline).HasMaxLength(100);
            run.Property(r => r.Phases).IsJsonList();
            run.Property(r => r.ParkedReason).HasMaxLength(100);
            run.Ignore(r => r.FailedEssayIds);
            run.HasIndex(r => new { r.BatchId, r.ClientCorrelationId }).IsUnique();
            run.HasIndex(r => r.BatchId).IsUnique().HasFilter("finished_at is null").HasDatabaseName("ux_pipeline_runs_active");
            run.HasIndex(r => new { r.RequestedBy, r.RequestedAt });
        });
}
