using Phase1.Tickets.Discovery;
using Phase1.Tickets.Schema;
using Phase1.Tickets.Sops;
using Phase1.Tickets.Store;
using Phase1.Tickets.Tools;

namespace Phase1.Tickets;

/// <summary>The parts of the service that do not ask which database it has.</summary>
static class TicketsModule
{
    internal static IServiceCollection AddTicketStore(this IServiceCollection services) =>
        services
            .AddSingleton(provider => new SqlMigrationRunner(
                provider.GetRequiredService<SqlDialect>(),
                MigrationFile.Of(provider.GetRequiredService<SqlDialect>().Folder),
                provider.GetRequiredService<TimeProvider>(),
                provider.GetRequiredService<ILogger<SqlMigrationRunner>>()
            ))
            .AddSingleton<ITicketStore, TicketStore>()
            .AddSingleton<IOccurrenceStore, OccurrenceStore>()
            .AddSingleton<SopCatalogue>();

    internal static IServiceCollection AddTicketTools(this IServiceCollection services) =>
        services
            .AddSingleton<ITool, UpdateTicketTool>()
            .AddSingleton<ITool, DeferTicketTool>()
            .AddSingleton<ITool, GetTicketTool>()
            .AddSingleton<ToolMetrics>()
            .AddSingleton<ToolService>();

    internal static IServiceCollection AddTicketWorker(this IServiceCollection services) =>
        services
            .AddSingleton<Occurrence>()
            .AddSingleton<IDiscoveryProbe, NoProbe>()
            .AddSingleton<TicketDiscovery>()
            .AddSingleton<TaskRun>()
            .AddSingleton<TaskRunner>()
            .AddSingleton<TicketWorker>()
            // Stopped last: who still works gives nothing back.
            .AddHostedService<OccurrenceLease>()
            .AddHostedService(provider => provider.GetRequiredService<TicketWorker>())
            .AddHostedService<DeadOccurrenceSweep>();
}
