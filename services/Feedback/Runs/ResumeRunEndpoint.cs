using Phase1.Feedback.Storage;
using Phase1.Messaging;
using Phase1.ServiceDefaults;

namespace Phase1.Feedback.Runs;

/// <summary>An operator has a parked run go on at once. One that is running is not touched.</summary>
static class ResumeRunEndpoint
{
    /// <param name="RunId">The run.</param>
    /// <param name="State">running.</param>
    internal sealed record Answer(Guid RunId, RunState State);

    internal static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapPost("/internal/v1/feedback/runs/{id:guid}/resume", HandleAsync)
            .RequireOperator()
            .MayAnswer(Problems.ResourceNotFound, Problems.InvalidState);

    static async Task<Answer> HandleAsync(
        Guid id,
        FeedbackDbContext db,
        UnitOfWork work,
        RunPauses pauses,
        FeedbackWorker worker,
        CancellationToken cancellationToken
    )
    {
        await work.BeginAsync(cancellationToken);
        var run =
            await db.LockRunAsync(id, cancellationToken) ?? throw new ProblemException(Problems.ResourceNotFound, "There is no such run.");
        if (!run.IsOpen)
        {
            throw new ProblemException(Problems.InvalidState, "The run has ended.");
        }
        if (run.State == RunState.Parked)
        {
            await pauses.ResumeAsync(run, cancellationToken);
            work.AfterCommit(worker.WakeAll);
            await work.CommitAsync(cancellationToken);
        }
        return new(run.RunId, run.State);
    }
}
