using System.Text.Json.Nodes;
using Phase1.Tickets.Lifecycle;

namespace Phase1.Tickets.Sops.Privacy;

/// <summary>Asks all services what they hold; their contents can be fetched by the question's id as long as they keep it.</summary>
sealed class CollectionStage(Sop sop, string purpose, Questioning by) : QuestionStage(sop, PrivacyProcedures.Collection, purpose, by)
{
    internal const string RequestId = "request_id";

    protected override Task<StageResult> EndAsync(
        Ticket ticket,
        Question question,
        IReadOnlyList<ServiceAnswer> answers,
        PrivacyBook book,
        CancellationToken cancellationToken
    ) =>
        Task.FromResult<StageResult>(
            new StageResult.Done(new JsonObject { [RequestId] = question.RequestId.ToString(), ["answers"] = ToJson(answers) })
        );
}
