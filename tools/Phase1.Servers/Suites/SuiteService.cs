namespace Phase1.Servers.Suites;

/// <summary>The suite's services in the order of their ports; the Portal's is the one before BOS's.</summary>
public enum SuiteService
{
    BatchOrchestrator,
    EssayLifecycle,
    Nlp,
    ClassManagement,
    FileIntake,
    Tickets,
    ModelGateway,
    Feedback,
    Portal,
}

/// <summary>What the services are called.</summary>
public static class SuiteServices
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<SuiteService> All { get; } = Enum.GetValues<SuiteService>();

    /// <summary>As in phase1_bos and bos.log.</summary>
    public static string ShortName(this SuiteService service) =>
        service switch
        {
            SuiteService.BatchOrchestrator => "bos",
            SuiteService.EssayLifecycle => "els",
            SuiteService.Nlp => "nlp",
            SuiteService.ClassManagement => "cms",
            SuiteService.Tickets => "tickets",
            SuiteService.ModelGateway => "gateway",
            SuiteService.Feedback => "feedback",
            SuiteService.Portal => "portal",
            _ => "files",
        };

    /// <summary>As people call it.</summary>
    public static string Title(this SuiteService service) =>
        service switch
        {
            SuiteService.FileIntake => "File Intake",
            SuiteService.Tickets => "Tickets",
            SuiteService.ModelGateway => "Model Gateway",
            SuiteService.Feedback => "Feedback",
            SuiteService.Portal => "Portal",
            _ => service.ShortName().ToUpperInvariant(),
        };
}
