using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
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
        // Essays never change once they are stored.
        run.Property(r => r.Essays)
            .HasColumnType("jsonb")
            .HasConversion(
                essays => JsonSerializer.Serialize(essays, Phase1Json.Options),
                json => JsonSerializer.Deserialize<IReadOnlyList<RunEssay>>(json, Phase1Json.Options)!,
                new ValueComparer<IReadOnlyList<RunEssay>>((a, b) => ReferenceEquals(a, b), list => list.Count, list => list)
            );
        run.Property(r => r.Counts)
            .HasColumnType("jsonb")
            .HasConversion(
                counts => JsonSerializer.Serialize(counts, Phase1Json.Options),
                json => JsonSerializer.Deserialize<RunCounts>(json, Phase1Json.Options)
            );
        run.HasIndex(r => r.NextAttemptAt).HasFilter("state = 'pending'").HasDatabaseName("ix_matching_runs_pending");
        run.HasIndex(r => r.FinishedAt).HasFilter("finished_at is not null");
        run.Ignore(r => r.Cause);
        run.Ignore(r => r.HasResult);
    }
}
