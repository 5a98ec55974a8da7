using Phase1.Tickets.Lifecycle;

namespace Phase1.Tickets.Sops.AssociationReview;

/// <summary>What CMS counts of the set, for whoever looks at the ticket.</summary>
sealed class EvidenceStage(ValidationStatusClient client) : IStageHandler
{
    public string Sop => Procedures.AssociationReview.Name;

    public string Stage => "evidence";

    public async Task<StageResult> RunAsync(Ticket ticket, CancellationToken cancellationToken) =>
        new StageResult.Done(await client.CountsAsync(Guid.Parse(ticket.CorrelationId!), cancellationToken));
}
