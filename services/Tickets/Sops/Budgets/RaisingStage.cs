using Phase1.Tickets.Lifecycle;

namespace Phase1.Tickets.Sops.Budgets;

/// <summary>The gateway raises the limit, and its record of that ends the ticket; nothing is done here meanwhile.</summary>
sealed class RaisingStage : IStageHandler
{
    static readonly TimeSpan Pause = TimeSpan.FromHours(1);

    public string Sop => Procedures.BudgetOverride.Name;

    public string Stage => "raising";

    public Task<StageResult> RunAsync(Ticket ticket, CancellationToken cancellationToken) =>
        Task.FromResult<StageResult>(new StageResult.Wait(Pause, "the gateway raises the limit"));
}
