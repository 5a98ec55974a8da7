using Phase1.BatchOrchestrator.Batches;
using Phase1.Tests.Infrastructure.Docs;

namespace Phase1.Unit.Tests.BatchOrchestrator.Batches;

public sealed class DiagramTests
{
    [Fact]
    public void The_printed_state_machine_is_the_one_that_runs() =>
        new GeneratedPage("docs/state-machine.md").ShouldHold(
            "state machine",
            $"```mermaid\n{TransitionDiagram<BatchState>.Of(new BatchStateMachine())}\n```"
        );
}
