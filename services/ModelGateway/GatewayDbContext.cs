using Microsoft.EntityFrameworkCore;
using Phase1.Messaging.Storage;
using Phase1.ModelGateway.Alerts;
using Phase1.ModelGateway.Budgets;
using Phase1.ModelGateway.Guard;
using Phase1.ModelGateway.Health;
using Phase1.ModelGateway.Ledger;
using Phase1.ModelGateway.Models;
using Phase1.ModelGateway.Prices;
using Phase1.ModelGateway.Routing;
using Phase1.ModelGateway.Workspaces;
using Phase1.ServiceDefaults;

namespace Phase1.ModelGateway;

/// <summary>The gateway's tables: whose money, what models cost, and what every call took; no text.</summary>
sealed class GatewayDbContext(DbContextOptions<GatewayDbContext> options) : DbContext(options)
{
    public DbSet<Workspace> Workspaces => Set<Workspace>();

    public DbSet<Budget> Budgets => Set<Budget>();

    public DbSet<BudgetPeriod> BudgetPeriods => Set<BudgetPeriod>();

    public DbSet<LanguageModel> Models => Set<LanguageModel>();

    public DbSet<ModelRoute> Routes => Set<ModelRoute>();

    public DbSet<Price> Prices => Set<Price>();

    public DbSet<CatalogueVersion> CatalogueVersions => Set<CatalogueVersion>();

    public DbSet<Reservation> Reservations => Set<Reservation>();

    public DbSet<ReservationMeter> ReservationMeters => Set<ReservationMeter>();

    public DbSet<UsageEntry> Usage => Set<UsageEntry>();

    public DbSet<Attempt> Attempts => Set<Attempt>();

    public DbSet<CostDifference> CostDifferences => Set<CostDifference>();

    public DbSet<BudgetAlert> Alerts => Set<BudgetAlert>();

    public DbSet<AlertConfig> AlertConfigs => Set<AlertConfig>();

    public DbSet<StoredHealth> ProviderHealth => Set<StoredHealth>();

    protected override void OnModelCreating(ModelBuilder modelBuilder) =>
        modelBuilder
            .ApplyConfigurationsFromAssembly(typeof(GatewayDbContext).Assembly)
            .AddMessagingTables()
            .AddPrivacyRequests()
            .UseSnakeCaseNames();
}
