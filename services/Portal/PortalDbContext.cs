using Microsoft.EntityFrameworkCore;
using Phase1.Messaging.Storage;
using Phase1.Portal.Live;
using Phase1.Portal.Operations.Names;
using Phase1.Portal.SignIn;
using Phase1.Portal.Tokens;

namespace Phase1.Portal;

/// <summary>The Portal's tables: people and their sessions, and those of the engine.</summary>
sealed class PortalDbContext(DbContextOptions<PortalDbContext> options) : DbContext(options)
{
    public DbSet<Account> Accounts => Set<Account>();

    public DbSet<OneTimeLink> Links => Set<OneTimeLink>();

    public DbSet<ApiToken> Tokens => Set<ApiToken>();

    public DbSet<AuditEntry> Audit => Set<AuditEntry>();

    public DbSet<NameGrant> NameGrants => Set<NameGrant>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.AddMessagingTables();
        modelBuilder.ApplyConfiguration(new AccountTable());
        modelBuilder.ApplyConfiguration(new SessionTable());
        modelBuilder.ApplyConfiguration(new OneTimeLinkTable());
        modelBuilder.ApplyConfiguration(new ApiTokenTable());
        modelBuilder.ApplyConfiguration(new AuditTable());
        modelBuilder.ApplyConfiguration(new NameGrantTable());
        modelBuilder.ApplyConfiguration(new DataProtectionKeyTable());
        modelBuilder.ApplyConfiguration(new PulseTable());
        modelBuilder.UseSnakeCaseNames();
    }
}
