using Phase1.BatchOrchestrator.Batches;

namespace Phase1.Unit.Tests.BatchOrchestrator.Batches;

public sealed class DiagramTests
{
    const string Begin = "<!-- state machine -->";
    const string End = "<!-- /state machine -->";

    [Theory]
    [InlineData("docs/state-machine.md")]
    [InlineData("README.md")]
    public void The_printed_state_machine_is_the_one_that_runs(string page)
    {
        var text = File.ReadAllText(Path.Combine(Root(), page));

        var printed = text[(text.IndexOf(Begin, StringComparison.Ordinal) + Begin.Length)..text.IndexOf(End, StringComparison.Ordinal)];

        printed.Trim().ShouldBe($"```mermaid\n{TransitionDiagram<BatchState>.Of(new BatchStateMachine())}\n```");
    }

    static string Root()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "Phase1.sln")))
        {
            folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("The tests run outside the repository.");
        }
        return folder;
    }
}
