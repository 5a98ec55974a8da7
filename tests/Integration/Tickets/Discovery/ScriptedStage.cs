using Phase1.Tickets.Lifecycle;
using Phase1.Tickets.Sops;

namespace Phase1.Integration.Tests.Tickets.Discovery;

/// <summary>A stage that does what the test says.</summary>
sealed class ScriptedStage(string stage, Func<Ticket, Task<StageResult>> does) : IStageHandler
{
    public string Sop => TicketWorld.Steps.Name;

    public string Stage => stage;

    public Task<StageResult> RunAsync(Ticket ticket, CancellationToken cancellationToken) => does(ticket);
}
