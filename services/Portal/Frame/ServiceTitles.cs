using Phase1.Events;

namespace Phase1.Portal.Frame;

/// <summary>What the services are called on pages.</summary>
static class ServiceTitles
{
    /// <param name="service">By its name in the configuration or on the wire.</param>
    internal static string Of(string service) =>
        service switch
        {
            nameof(ServiceNames.BatchOrchestrator) or ServiceNames.BatchOrchestrator => "Batch Orchestrator",
            nameof(ServiceNames.EssayLifecycle) or ServiceNames.EssayLifecycle => "Essay Lifecycle",
            nameof(ServiceNames.ClassManagement) or ServiceNames.ClassManagement => "Class Management",
            nameof(ServiceNames.Nlp) or ServiceNames.Nlp => "NLP",
            ServiceNames.Portal => "Portal",
            nameof(ServiceNames.FileIntake) or ServiceNames.FileIntake => "File Intake",
            nameof(ServiceNames.Tickets) or ServiceNames.Tickets => "Tickets",
            nameof(ServiceNames.ModelGateway) or ServiceNames.ModelGateway => "Model Gateway",
            nameof(ServiceNames.Feedback) or ServiceNames.Feedback => "Feedback",
            _ => service,
        };
}
