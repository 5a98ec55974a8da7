using Phase1.BatchOrchestrator.Batches;
using Phase1.Tests.Infrastructure.Docs;

namespace Phase1.Unit.Tests.BatchOrchestrator.Batches;

public sealed class DiagramTests
{
    [Theory]
    [InlineData("docs/state-machine.md")]
    [InlineData("README.md")]
    public void The_printed_state_machine_is_the_one_that_runs(string page) =>
        new GeneratedPage(page).ShouldHold(
            "state machine",
            $"```mermaid\n{TransitionDiagram<BatchState>.Of(new BatchStateMachine())}\n```"
        );
}
