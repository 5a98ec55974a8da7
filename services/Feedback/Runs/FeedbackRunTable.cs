using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Phase1.Messaging.Storage;

namespace Phase1.Feedback.Runs;

/// <summary>How runs are stored.</summary>
sealed class FeedbackRunTable : IEntityTypeConfiguration<FeedbackRun>
{
    public void Configure(EntityTypeBuilder<FeedbackRun> run)
    {
        run.ToTable(
            "feedback_runs",
            table => table.HasCheckConstraint("ck_feedback_runs_parked", "(state = 'parked') = (parked_reason is not null)")
        );
        run.HasKey(r => r.RunId);
        run.Property(r => r.RunId).ValueGeneratedNever();
        run.Property(r => r.UserId).HasMaxLength(255);
        run.Property(r => r.OrgId).HasMaxLength(255);
        run.Property(r => r.Trace).HasConversion<TraceContextConverter>();
        run.HasIndex(r => r.BatchId);
        run.HasIndex(r => r.NextAttemptAt).HasFilter("state in ('running', 'parked')").HasDatabaseName("ix_feedback_runs_open");
        run.HasIndex(r => r.ParkedBudgetId).HasFilter("parked_budget_id is not null");
        run.Ignore(r => r.Cause);
        run.Ignore(r => r.IsOpen);
        run.Ignore(r => r.AwaitsBudget);
    }
}
