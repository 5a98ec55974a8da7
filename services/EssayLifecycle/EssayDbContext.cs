using Microsoft.EntityFrameworkCore;
using Phase1.EssayLifecycle.Batches;
using Phase1.EssayLifecycle.Confirmations;
using Phase1.EssayLifecycle.Slots;
using Phase1.Messaging.Storage;
using Phase1.ServiceDefaults;

namespace Phase1.EssayLifecycle;

sealed class EssayDbContext : DbContext
{
    public EssayDbContext(DbContextOptions<EssayDbContext> options)
        : base(options)
    {
        // One poll touches hundreds of batches: handlers say what they changed, so that no save scans everything that was read.
        ChangeTracker.AutoDetectChangesEnabled = false;
    }

    public DbSet<BatchTracker> Trackers => Set<BatchTracker>();

    public DbSet<EarlyCancellation> EarlyCancellations => Set<EarlyCancellation>();

    public DbSet<Essay> Essays => Set<Essay>();

    public DbSet<ValidationFailure> ValidationFailures => Set<ValidationFailure>();

    public DbSet<PendingContent> PendingContent => Set<PendingContent>();

    public DbSet<ExcessContent> ExcessContent => Set<ExcessContent>();

    public DbSet<PendingConfirmation> PendingConfirmations => Set<PendingConfirmation>();

    /// <summary>Marks a row as changed; a row that is about to be inserted stays that.</summary>
    public void Changed(object row)
    {
        var entry = Entry(row);
        if (entry.State is not EntityState.Added)
        {
            entry.State = EntityState.Modified;
        }
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder) =>
        modelBuilder
            .ApplyConfigurationsFromAssembly(typeof(EssayDbContext).Assembly)
            .AddMessagingTables()
            .AddPrivacyRequests()
            .UseSnakeCaseNames();
}
