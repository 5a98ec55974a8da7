namespace Phase1.Tests.Infrastructure.Services;

/// <summary>The settings of a service in a test: short pauses, so that nobody waits.</summary>
static class TestSettings
{
    public static Dictionary<string, string?> For(string database, string log) =>
        new()
        {
            ["ConnectionStrings:Database"] = $"{database};Maximum Pool Size=20",
            ["ConnectionStrings:Log"] = $"{log};Maximum Pool Size=10",
            ["Messaging:PollWait"] = "00:00:00.050",
            ["Messaging:RelayInterval"] = "00:00:00.020",
            ["Messaging:ShortestBackOff"] = "00:00:00.020",
            ["Messaging:LongestBackOff"] = "00:00:00.200",
            ["Services:BatchOrchestrator"] = "http://batch-orchestrator.test",
            ["Services:EssayLifecycle"] = "http://essay-lifecycle.test",
            ["Services:Nlp"] = "http://nlp.test",
            ["Services:ClassManagement"] = "http://class-management.test",
            ["Services:FileIntake"] = "http://file-intake.test",
        };
}
