using Phase1.EssayLifecycle.Batches;
using Phase1.EssayLifecycle.Confirmations;
using Phase1.EssayLifecycle.Matching;
using Phase1.EssayLifecycle.Privacy;
using Phase1.EssayLifecycle.Slots;
using Phase1.EssayLifecycle.Waiting;
using Phase1.Events;
using Phase1.Messaging;
using Phase1.ServiceDefaults;

namespace Phase1.EssayLifecycle;

/// <summary>ELS: gives every text a slot, every decided essay its student, and releases the batch.</summary>
sealed class EssayLifecycleService : Phase1Service<EssayDbContext>
{
    public override string Name => ServiceNames.EssayLifecycle;

    public override int DefaultPort => 8082;

    protected override void AddServices(IServiceCollection services, IConfiguration configuration) =>
        services
            .AddValidatedOptions<WaitingOptions>(WaitingOptions.Section)
            .AddHostedService<UnknownBatches>()
            .AddScoped<Trackers>()
            .AddScoped<SlotBooks>()
            .AddScoped<ContentIntake>()
            .AddScoped<PendingContents>()
            .AddScoped<BatchCompletion>()
            .AddScoped<Cancellations>()
            .AddScoped<StudentLinks>()
            .AddScoped<PendingConfirmations>()
            .AddPersonalData<EssayPersonalData>();

    protected override void AddMessaging(MessagingBuilder messaging) =>
        messaging
            .AddConsumer<BatchEssaysRegisteredConsumer>()
            .AddConsumer<BatchStatusChangedConsumer>()
            .AddConsumer<EssayContentProvisionedConsumer>()
            .AddConsumer<EssayValidationFailedConsumer>()
            .AddConsumer<InitiateStudentMatchingConsumer>()
            .AddConsumer<StudentAssociationsConfirmedConsumer>()
            .AddConsumer<EssayStudentAssociationUpdatedConsumer>()
            .AddConsumer<StudentAssociationsRestatedConsumer>()
            .AddConsumer<BatchDeletionConsumer<BatchDeleted>>()
            .AddPersonalData()
            .Keep(EssayRetention.Tables);

    protected override void MapEndpoints(IEndpointRouteBuilder routes)
    {
        GetBatchStatusEndpoint.Map(routes);
        GetTextProgressEndpoint.Map(routes);
        CloseIntakeEndpoint.Map(routes);
        ListEssaysEndpoint.Map(routes);
        GetEssayEndpoint.Map(routes);
        ListStudentLinksEndpoint.Map(routes);
        routes.MapPersonalData();
        routes.MapPersonalScope();
    }
}
