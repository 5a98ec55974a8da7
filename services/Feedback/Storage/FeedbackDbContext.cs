using Microsoft.EntityFrameworkCore;
using Phase1.Feedback.Essays;
using Phase1.Feedback.Results;
using Phase1.Feedback.Runs;
using Phase1.Messaging.Storage;
using Phase1.ServiceDefaults;

namespace Phase1.Feedback.Storage;

/// <summary>Feedback's tables: runs, their essays, and what was written; no essay and no money.</summary>
sealed class FeedbackDbContext(DbContextOptions<FeedbackDbContext> options) : DbContext(options)
{
    public DbSet<FeedbackRun> Runs => Set<FeedbackRun>();

    public DbSet<FeedbackEssay> Essays => Set<FeedbackEssay>();

    public DbSet<StoredFeedback> Feedback => Set<StoredFeedback>();

    protected override void OnModelCreating(ModelBuilder modelBuilder) =>
        modelBuilder
            .ApplyConfigurationsFromAssembly(typeof(FeedbackDbContext).Assembly)
            .AddMessagingTables()
            .AddPrivacyRequests()
            .UseSnakeCaseNames();
}
