using Phase1.Events;
using Phase1.Tickets.Lifecycle;

namespace Phase1.Tickets.Sops.Privacy;

/// <summary>The answer was handed over: the request has ended.</summary>
sealed class ClosingStage(Sop sop) : IStageHandler
{
    public string Sop => sop.Name;

    public string Stage => PrivacyProcedures.Closing;

    public Task<StageResult> RunAsync(Ticket ticket, CancellationToken cancellationToken) =>
        Task.FromResult<StageResult>(new StageResult.End(TicketStatus.Completed, PrivacyProcedures.Delivered));
}
