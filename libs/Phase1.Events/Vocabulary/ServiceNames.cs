namespace Phase1.Events;

/// <summary>
/// What the services are called on the wire: <c>source_service</c>, consumer, X-Service-ID. In configuration and file names a service has the name of
/// its constant here, as in <c>Services:ClassManagement</c>.
/// </summary>
public static class ServiceNames
{
    /// <summary>BOS.</summary>
    public const string BatchOrchestrator = "batch_orchestrator_service";

    /// <summary>ELS.</summary>
    public const string EssayLifecycle = "essay_lifecycle_service";

    /// <summary>NLP.</summary>
    public const string Nlp = "nlp_service";

    /// <summary>CMS.</summary>
    public const string ClassManagement = "class_management_service";

    /// <summary>File Intake.</summary>
    public const string FileIntake = "file_service";

    /// <summary>The Portal.</summary>
    public const string Portal = "portal";

    /// <summary>The Model Gateway.</summary>
    public const string ModelGateway = "model_gateway_service";

    /// <summary>Feedback.</summary>
    public const string Feedback = "feedback_service";

    /// <summary>Tickets.</summary>
    public const string Tickets = "tickets_service";

    /// <summary>All services of the suite that record events; the Portal records none.</summary>
    public static IReadOnlyList<string> All { get; } =
    [BatchOrchestrator, EssayLifecycle, Nlp, ClassManagement, FileIntake, Tickets, ModelGateway, Feedback];
}
