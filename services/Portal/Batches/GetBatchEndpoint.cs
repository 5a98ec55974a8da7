using Microsoft.AspNetCore.Mvc;
using Phase1.Events;
using Phase1.Portal.Batches.Feedback;
using Phase1.Portal.Frame;
using Phase1.Portal.Neighbours;
using Phase1.ServiceDefaults;

namespace Phase1.Portal.Batches;

/// <summary>One batch: where it stands, its essays, and what can be done.</summary>
static class GetBatchEndpoint
{
    internal static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/batches/{id:guid}", HandleAsync).ForTeacher();

    static async Task<IResult> HandleAsync(
        Guid id,
        BatchesClient batches,
        EssaysClient essays,
        ClassesClient classes,
        OpenMatters matters,
        [FromServices] FeedbackClient? feedback,
        Away away,
        TimeProvider clock,
        CancellationToken cancellationToken
    )
    {
        var listed = away.OrAsync(EssaysAsync(id, essays, cancellationToken), null);
        var open = matters.OfAsync(id, cancellationToken);
        var batch = await batches.ExplainAsync(id, cancellationToken);
        foreach (var service in batch.Unavailable)
        {
            away.Add(service);
        }
        // Before a first run there is nothing that it could have written.
        var written =
            feedback is not null && batch.Details.Pipeline is not null
                ? away.OrAsync(feedback.FindAsync(id, cancellationToken), null)
                : Task.FromResult<FeedbackDocument?>(null);
        var pipelines =
            batch.Status == BatchStatus.ReadyForPipelineExecution
                ? await away.OrAsync<IReadOnlyList<PipelineDocument>?>(PipelinesAsync(batches, cancellationToken), null)
                : null;
        var name = batch.Details.ClassId is { } classId
            ? (await away.OrAsync(classes.FindOrNullAsync(classId, cancellationToken), null))?.Name
            : null;
        var key = Guid.CreateVersion7(clock.GetUtcNow()).ToString();
        return Pages.Show<BatchPage>(
            new BatchView(batch, name, await listed, pipelines, key, away.Services)
            {
                Matters = await open,
                Feedback = await written is { } document ? new(id, document) : null,
            }
        );
    }

    static async Task<IReadOnlyList<PipelineDocument>?> PipelinesAsync(BatchesClient batches, CancellationToken cancellationToken) =>
        await batches.PipelinesAsync(cancellationToken);

    // Registered a moment ago, a batch may not have come to ELS yet.
    static async Task<EssaysDocument?> EssaysAsync(Guid id, EssaysClient essays, CancellationToken cancellationToken)
    {
        try
        {
            return await essays.ListAsync(id, cancellationToken);
        }
        catch (ProblemException missing) when (missing.Problem.Status == StatusCodes.Status404NotFound)
        {
            return null;
        }
    }
}

/// <summary>What the page of a batch shows.</summary>
/// <param name="Batch">Where it stands.</param>
/// <param name="ClassName">Null where it has no class, or nobody could say.</param>
/// <param name="Essays">Null where nobody could say.</param>
/// <param name="Pipelines">That may be started now; null before, after, or where nobody could say.</param>
/// <param name="Key">Of this page's forms: sent twice, they are taken once.</param>
/// <param name="Away">Services that did not answer.</param>
public sealed record BatchView(
    ExplanationDocument Batch,
    string? ClassName,
    EssaysDocument? Essays,
    IReadOnlyList<PipelineDocument>? Pipelines,
    string Key,
    IReadOnlyCollection<string> Away
)
{
    /// <summary>What of it waits in Tickets for its teacher.</summary>
    public IReadOnlyList<TicketDocument> Matters { get; init; } = [];

    /// <summary>Null where none was asked for, or nobody could say.</summary>
    public BatchFeedback? Feedback { get; init; }

    internal IReadOnlyList<EssayDocument> Failed => [.. (Essays?.Items ?? []).Where(essay => essay.ErrorCode is not null)];
}
