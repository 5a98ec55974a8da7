using System.Diagnostics.Metrics;
using Phase1.ClassManagement.Associations;
using Phase1.ClassManagement.Associations.Opening;
using Phase1.ClassManagement.Associations.Suggestions;
using Phase1.ClassManagement.Classes;
using Phase1.ClassManagement.Deadlines;
using Phase1.ClassManagement.NameAccesses;
using Phase1.ClassManagement.Notifications;
using Phase1.ClassManagement.Privacy;
using Phase1.ClassManagement.Reconciliation;
using Phase1.ClassManagement.Rosters;
using Phase1.ClassManagement.Storage;
using Phase1.ClassManagement.Students;
using Phase1.Events;
using Phase1.Matching;
using Phase1.Messaging;
using Phase1.ServiceDefaults;

namespace Phase1.ClassManagement;

/// <summary>CMS: courses, classes, students, rosters, associations, the deadline monitor.</summary>
sealed class ClassManagementService : Phase1Service<ClassManagementDbContext>
{
    /// <summary>What the service measures goes here.</summary>
    internal static Meter Meter { get; } = Phase1Metrics.MeterOf(ServiceNames.ClassManagement);

    public override string Name => ServiceNames.ClassManagement;

    public override int DefaultPort => 8084;

    protected override void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddValidatedOptions<AssociationOptions>("Associations");
        services.AddValidatedOptions<MatchingThresholds>(MatchingThresholds.Section);
        services.AddValidatedOptions<WaitingOptions>(WaitingOptions.Section);
        services.AddAssociations();
        services.AddDeadlines();
        services.AddNotifications();
        services.AddReconciliation();
        services.AddHostedService<StudentErasure>();
        services.AddPersonalData<ClassManagementPersonalData>();
    }

    protected override void AddMessaging(MessagingBuilder messaging)
    {
        messaging.AddConsumer<BatchStudentMatchingRequestedConsumer>();
        messaging.AddConsumer<BatchAuthorMatchesSuggestedConsumer>();
        messaging.AddConsumer<BatchStatusChangedConsumer>();
        messaging.AddConsumer<TeacherNotificationRequestedConsumer>();
        messaging.AddConsumer<BatchDeletionConsumer<BatchDeleted>>();
        messaging.AddPersonalData();
        messaging.Keep(ClassManagementRetention.Tables);
    }

    protected override void MapEndpoints(IEndpointRouteBuilder routes)
    {
        routes.MapClasses();
        routes.MapStudents();
        GetRosterEndpoint.Map(routes);
        routes.MapAssociations();
        routes.MapNotifications();
        routes.MapReconciliation();
        routes.MapNameAccesses();
        routes.MapPersonalData();
        routes.MapPersonalScope();
        ListStudentsByTextEndpoint.Map(routes);
        CorrectStudentEndpoint.Map(routes);
    }
}
