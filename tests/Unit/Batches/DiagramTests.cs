using Phase1.BatchOrchestrator.Batches;

namespace Phase1.Unit.Tests.Batches;

public sealed class DiagramTests
{
    const string Marker = "<!-- state machine -->";

    [Theory]
    [InlineData("docs/state-machine.md")]
    [InlineData("README.md")]
    public void The_printed_state_machine_is_the_one_that_runs(string page)
    {
        var path = Path.Combine(Root(), page);
        Assert.SkipUnless(File.Exists(path) && File.ReadAllText(path).Contains(Marker), $"{page} prints no state machine.");

        var printed = File.ReadAllText(path).Split(Marker)[1];

        printed.Trim().ShouldBe($"```mermaid\n{TransitionDiagram<BatchState>.Of(new BatchStateMachine())}\n```");
    }

    [Fact]
    public void The_reference_page_prints_it() => File.ReadAllText(Path.Combine(Root(), "docs/state-machine.md")).ShouldContain(Marker);

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
