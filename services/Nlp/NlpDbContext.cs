using Microsoft.EntityFrameworkCore;
using Phase1.Messaging.Storage;
using Phase1.Nlp.Runs;
using Phase1.ServiceDefaults;

namespace Phase1.Nlp;

/// <summary>NLP's tables: the runs and those of the engine.</summary>
sealed class NlpDbContext(DbContextOptions<NlpDbContext> options) : DbContext(options)
{
    public DbSet<MatchingRun> Runs => Set<MatchingRun>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.AddMessagingTables();
        modelBuilder.AddPrivacyRequests();
        modelBuilder.ApplyConfiguration(new MatchingRunTable());
        modelBuilder.UseSnakeCaseNames();
    }
}
