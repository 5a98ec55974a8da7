using Microsoft.AspNetCore.Http.HttpResults;
using Phase1.BatchOrchestrator.Batches.Requests;
using Phase1.BatchOrchestrator.Storage;
using Phase1.Events;
using Phase1.Messaging;
using Phase1.ServiceDefaults;

namespace Phase1.BatchOrchestrator.Pipelines;

static class RequestPipelineEndpoint
{
    internal static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapPost("/v1/batches/{id:guid}/pipelines", HandleAsync)
            .RequireTeacher()
            .WithIdempotency()
            .MayAnswer(Problems.PipelineAlreadyRunning, Problems.BatchNotReady, Problems.RateLimit);

    static async Task<Accepted<Answer>> HandleAsync(
        Guid id,
        PipelineRequest request,
        Caller caller,
        BatchDbContext db,
        UnitOfWork uow,
        PipelineAnswer answer,
        CancellationToken cancellationToken
    )
    {
        var command = request.ToCommand(id, caller.UserId);
        // Before the machine is asked: a stranger's request leaves no trace that would tell him that the batch exists.
        await db.OwnAsync(id, caller, cancellationToken);
        await uow.BeginAsync(cancellationToken);
        await uow.DispatchAsync(command, cancellationToken);
        await uow.CommitAsync(cancellationToken);
        return answer.Run is { } run
            ? TypedResults.Accepted(
                $"/v1/batches/{id}/status",
                new Answer("accepted", run.RunId, [.. run.Phases.Select(progress => progress.Phase)])
            )
            : throw ProblemOf(answer.Denial!.Value);
    }

    static ProblemException ProblemOf(DenialReason reason) =>
        reason switch
        {
            DenialReason.UnknownPipeline => ProblemException.Validation("requested_pipeline", reason.InWords()),
            DenialReason.NotOwner => new(Problems.ResourceNotFound, "There is no batch with this id."),
            DenialReason.PipelineAlreadyRunning => new(Problems.PipelineAlreadyRunning, reason.InWords()),
            DenialReason.BatchTerminated => new(Problems.InvalidState, reason.InWords()),
            DenialReason.RateLimitExceeded => new(Problems.RateLimit, reason.InWords()),
            _ => new(Problems.BatchNotReady, reason.InWords()),
        };

    internal sealed record Answer(string Status, Guid RunId, IReadOnlyList<Phase> Phases);
}
