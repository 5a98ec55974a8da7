using System.Reflection;

namespace Phase1.Unit.Tests.Architecture;

/// <summary>Who may know whom. What is not listed is forbidden.</summary>
static class AssemblyArrows
{
    static readonly string[] Services =
    [
        "Phase1.BatchOrchestrator",
        "Phase1.EssayLifecycle",
        "Phase1.Nlp",
        "Phase1.ClassManagement",
        "Phase1.FileIntake",
        "Phase1.Portal",
        "Phase1.ModelGateway",
        "Phase1.Feedback",
        "Phase1.Tickets",
    ];

    static readonly string[] Libraries =
    [
        "Phase1.Events",
        "Phase1.Matching",
        "Phase1.Messaging",
        "Phase1.Messaging.Kafka",
        "Phase1.Messaging.Postgres",
        "Phase1.ServiceDefaults",
        "Phase1.Text",
    ];

    public static IReadOnlyList<string> All => [.. Libraries, .. Services, "Phase1.AllInOne"];

    static string[] Allowed(string assembly) =>
        assembly switch
        {
            "Phase1.Events" or "Phase1.Text" => [],
            "Phase1.Matching" => ["Phase1.Messaging", "Phase1.ServiceDefaults"],
            "Phase1.Messaging" => ["Phase1.Events"],
            "Phase1.Messaging.Kafka" or "Phase1.Messaging.Postgres" => ["Phase1.Events", "Phase1.Messaging"],
            "Phase1.ServiceDefaults" => ["Phase1.Events", "Phase1.Messaging", "Phase1.Messaging.Kafka", "Phase1.Messaging.Postgres"],
            "Phase1.AllInOne" => [.. Libraries, .. Services],
            // A service knows the libraries, never another service and never which log it runs on.
            _ => ["Phase1.Events", "Phase1.Matching", "Phase1.Messaging", "Phase1.ServiceDefaults", "Phase1.Text"],
        };

    /// <summary>The arrows that nobody allowed, as "from -> to".</summary>
    public static IEnumerable<string> Forbidden(IEnumerable<(string From, string To)> arrows) =>
        arrows
            .Where(arrow => arrow.To.StartsWith("Phase1.", StringComparison.Ordinal) && !Allowed(arrow.From).Contains(arrow.To))
            .Select(arrow => $"{arrow.From} -> {arrow.To}");

    public static IEnumerable<(string From, string To)> Drawn() =>
        from name in All
        from reference in Assembly.Load(name).GetReferencedAssemblies()
        select (name, reference.Name!);
}
