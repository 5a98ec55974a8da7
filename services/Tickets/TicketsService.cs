using Phase1.Events;
using Phase1.Messaging;
using Phase1.Messaging.Storage;
using Phase1.ServiceDefaults;
using Phase1.Tickets.Discovery;
using Phase1.Tickets.Privacy;
using Phase1.Tickets.Requests;
using Phase1.Tickets.Schema;
using Phase1.Tickets.Sops;
using Phase1.Tickets.Sops.AssociationReview;
using Phase1.Tickets.Sops.Budgets;
using Phase1.Tickets.Sops.Privacy;
using Phase1.Tickets.Sops.Privacy.Package;
using Phase1.Tickets.Sops.UnknownStudents;
using Phase1.Tickets.Store;

namespace Phase1.Tickets;

/// <summary>The queue of what only a person can settle: each matter is one durable ticket with an owner, a deadline and a history.</summary>
sealed class TicketsService : Phase1Service<TicketsDbContext>
{
    internal static System.Diagnostics.Metrics.Meter Meter { get; } = Phase1Metrics.MeterOf(ServiceNames.Tickets);

    public override string Name => ServiceNames.Tickets;

    public override int DefaultPort => 8086;

    protected override void AddServices(IServiceCollection services, IConfiguration configuration) =>
        services
            .AddValidatedOptions<TicketsOptions>("Tickets")
            .AddSingleton<SqlDialect>(PostgresDialect.Instance)
            .AddSingleton<ITicketSessions, PostgresSessions>()
            .AddSingleton<ISchemaStep, TicketSchemaStep>()
            .AddSingleton<IReadinessCheck, TicketSchemaCheck>()
            .AddTicketStore()
            .AddTicketTools()
            .AddTicketWorker()
            .AddProcedures()
            .AddPackages(configuration)
            .AddTicketRequests()
            .AddPersonalData<TicketsPersonalData>();

    protected override void AddMessaging(MessagingBuilder messaging) =>
        messaging
            .PlanAnew()
            .AddConsumer<AssociationReviewNeededConsumer>()
            .AddConsumer<StudentAssociationsConfirmedConsumer>()
            .AddConsumer<BatchStatusChangedConsumer>()
            .AddConsumer<ValidationTimeoutProcessedConsumer>()
            .AddConsumer<EssayStudentAssociationUpdatedConsumer>()
            .AddConsumer<BatchDeletedConsumer>()
            .AddConsumer<LlmBudgetThresholdReachedConsumer>()
            .AddConsumer<LlmBudgetChangedConsumer>()
            .AddConsumer<PrivacyAnswerConsumer>()
            .AddPersonalData()
            .Keep(TicketsRetention.Tables);

    protected override void MapEndpoints(IEndpointRouteBuilder routes)
    {
        routes.MapTickets();
        routes.MapPersonalData();
    }
}
