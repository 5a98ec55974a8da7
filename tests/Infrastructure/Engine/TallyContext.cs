using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Phase1.Messaging.Storage;

namespace Phase1.Tests.Infrastructure.Engine;

/// <summary>The database of the engine's test service.</summary>
public sealed class TallyContext(DbContextOptions<TallyContext> options) : DbContext(options)
{
    public DbSet<Effect> Effects => Set<Effect>();

    public DbSet<Claim> Claims => Set<Claim>();

    // The tables are created by the test: this model has no migrations, and none are pending.
    protected override void OnConfiguring(DbContextOptionsBuilder optionsBuilder) =>
        optionsBuilder.ConfigureWarnings(warnings => warnings.Ignore(RelationalEventId.PendingModelChangesWarning));

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.AddMessagingTables();
        modelBuilder.Entity<Tally>(tally =>
        {
            tally.ToTable("tallies").HasKey(t => t.CorrelationId);
            tally.Property(t => t.CurrentState).HasMaxLength(50);
            tally.Property(t => t.Mood).HasConversion<string>();
            tally.Property(t => t.Score).HasPrecision(9, 4);
            tally.Property(t => t.Details).HasColumnType("jsonb");
        });
        modelBuilder.Entity<Effect>(effect => effect.ToTable("effects").HasKey(e => e.Id));
        modelBuilder.Entity<Claim>(claim => claim.ToTable("claims").HasKey(c => c.Name));
        modelBuilder.UseSnakeCaseNames();
    }
}
