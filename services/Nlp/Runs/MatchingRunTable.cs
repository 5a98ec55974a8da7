using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Phase1.Messaging.Storage;
using Phase1.ServiceDefaults;

namespace Phase1.Nlp.Runs;

/// <summary>How runs are stored.</summary>
sealed class MatchingRunTable : IEntityTypeConfiguration<MatchingRun>
{
    public void Configure(EntityTypeBuilder<MatchingRun> run)
    {
        run.ToTable("matching_runs").HasKey(r => r.BatchId);
        run.Property(r => r.BatchId).ValueGeneratedNever();
        run.Property(r => r.UserId).HasMaxLength(255);
        run.Property(r => r.OrgId).HasMaxLength(255);
        run.Property(r => r.Trace).HasConversion<TraceContextConverter>();
        run.Property(r => r.Essays).IsJsonList();
        run.Property(r => r.Counts).IsJson();
        run.HasIndex(r => r.NextAttemptAt).HasFilter("state = 'pending'").HasDatabaseName("ix_matching_runs_pending");
        run.HasIndex(r => r.FinishedAt).HasFilter("finished_at is not null");
        run.Ignore(r => r.Cause);
        run.Ignore(r => r.HasResult);
    }
}
