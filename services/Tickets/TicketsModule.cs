using Phase1.Events;
using Phase1.Messaging;
using Phase1.ServiceDefaults;
using Phase1.Tickets.Discovery;
using Phase1.Tickets.Live;
using Phase1.Tickets.Requests;
using Phase1.Tickets.Schema;
using Phase1.Tickets.Sops;
using Phase1.Tickets.Sops.AssociationReview;
using Phase1.Tickets.Sops.FailedMessages;
using Phase1.Tickets.Sops.Privacy;
using Phase1.Tickets.Sops.UnknownStudents;
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
            .AddSingleton(provider => new SopCatalogue(
                Procedures.All.Concat(provider.GetServices<Sop>()),
                provider.GetServices<IStageHandler>()
            ));

    internal static IServiceCollection AddProcedures(this IServiceCollection services)
    {
        services.AddServiceClient<ValidationStatusClient>(nameof(ServiceNames.ClassManagement));
        AllLetters.AddServices(services);
        return services
            .AddSingleton<IStageHandler, EvidenceStage>()
            .AddSingleton<IStageHandler, ResolveStage>()
            .AddScoped<MessageTickets>()
            .AddHostedService<DeadLetterWatch>()
            .AddScoped(scope => new JoinedSessions(new PostgresSession(scope.GetRequiredService<UnitOfWork>())))
            .AddScoped<Matters>()
            .AddScoped<ReviewTickets>()
            .AddScoped<UnknownTickets>()
            .AddPrivacyProcedures();
    }

    internal static IServiceCollection AddTicketRequests(this IServiceCollection services) =>
        services.AddSingleton<TicketAudience>().AddScoped<TicketRequests>().AddSingleton<TicketFeed>().AddSingleton<StreamPlaces>();

    internal static IServiceCollection AddTicketTools(this IServiceCollection services) =>
        services
            .AddSingleton<ITool, UpdateTicketTool>()
            .AddSingleton<DeferTicketTool>()
            .AddSingleton<ITool>(provider => provider.GetRequiredService<DeferTicketTool>())
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
