using System.Text.Json;
using System.Text.Json.Nodes;
using Phase1.Events;
using Phase1.ServiceDefaults;
using Phase1.Tickets.Lifecycle;

namespace Phase1.Tickets.Sops.Privacy;

/// <summary>Finds the student's essays: what either of CMS and ELS knows as the student's, and what the officer has found by hand.</summary>
sealed class ScopeStage(Sop sop, ScopeClients clients) : IStageHandler
{
    public string Sop => sop.Name;

    public string Stage => PrivacyProcedures.Scope;

    public async Task<StageResult> RunAsync(Ticket ticket, CancellationToken cancellationToken)
    {
        var asked = Identified(sop, ticket);
        var decided = await clients.Classes.ScopeAsync(asked, cancellationToken);
        var held = await clients.Essays.ScopeAsync(asked, cancellationToken);
        // ELS knows an essay's upload and text, and is named first for that.
        SubjectEssay[] essays = [.. held.Essays.Concat(decided.Essays).DistinctBy(essay => essay.EssayId)];
        if (essays.Length > PersonalScope.MaxEssays)
        {
            throw new StageException("LIMIT_EXCEEDED");
        }
        return new StageResult.Done(JsonSerializer.SerializeToNode(new DataSubject(asked.StudentIds, essays), Phase1Json.Options));
    }

    /// <summary>Whom the request is about, once this stage is done.</summary>
    internal static DataSubject SubjectOf(Sop sop, Ticket ticket) =>
        StageProgress.ResultOf(ticket.Metadata, sop.StageOf(PrivacyProcedures.Scope)!).Deserialize<DataSubject>(Phase1Json.Options)
        ?? throw new StageException("NO_SCOPE");

    static PersonalScope Identified(Sop sop, Ticket ticket) =>
        (StageProgress.ResultOf(ticket.Metadata, sop.StageOf(PrivacyProcedures.Identity)!) as JsonObject)?[
            "data"
        ].Deserialize<PersonalScope>(Phase1Json.Options) ?? throw new StageException("NOT_IDENTIFIED");
}
