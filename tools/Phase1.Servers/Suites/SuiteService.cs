namespace Phase1.Servers.Suites;

/// <summary>The suite's services in the order of their ports.</summary>
public enum SuiteService
{
    BatchOrchestrator,
    EssayLifecycle,
    Nlp,
    ClassManagement,
    FileIntake,
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
            _ => "files",
        };

    /// <summary>As people call it.</summary>
    public static string Title(this SuiteService service) =>
        service == SuiteService.FileIntake ? "File Intake" : service.ShortName().ToUpperInvariant();
}
