using System.Text.Json;
using System.Text.Json.Nodes;
using Phase1.Events;
using Phase1.Tickets.Lifecycle;

namespace Phase1.Tickets.Sops.Privacy;

/// <summary>Has CMS correct what was approved. Done again it changes nothing.</summary>
sealed class ApplyStage(StudentRecordClient students) : IStageHandler
{
    public string Sop => PrivacyProcedures.Rectify.Name;

    public string Stage => PrivacyProcedures.Apply;

    public async Task<StageResult> RunAsync(Ticket ticket, CancellationToken cancellationToken)
    {
        var approval = StageProgress.ResultOf(ticket.Metadata, PrivacyProcedures.Rectify.StageOf(PrivacyProcedures.Approval)!);
        var officer = (string?)approval?["decided_by"] ?? throw new StageException("NOT_APPROVED");
        var correction = Correction.Of(ticket.Metadata[RequestDetails.Key] as JsonObject);
        await students.CorrectAsync(correction, officer, cancellationToken);
        return new StageResult.End(
            TicketStatus.Completed,
            "rectified",
            new JsonObject { ["fields"] = JsonSerializer.SerializeToNode(correction.Fields.Keys.Order()) }
        );
    }
}
