using Microsoft.EntityFrameworkCore;
using Phase1.EssayLifecycle.Slots;
using Phase1.Events;
using Phase1.Messaging;
using Phase1.ServiceDefaults;

namespace Phase1.EssayLifecycle.Batches;

/// <summary>A teacher who has fewer files than announced goes on without the rest.</summary>
static class CloseIntakeEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapPost("/internal/v1/batches/{id:guid}/close-intake", HandleAsync)
            .RequireTeacher()
            .WithIdempotency()
            .MayAnswer(Problems.BatchLocked, Problems.LimitExceeded);

    static async Task<IntakeClosed> HandleAsync(
        Guid id,
        Caller caller,
        Trackers trackers,
        SlotBooks books,
        BatchCompletion completion,
        EssayDbContext db,
        UnitOfWork work,
        TimeProvider clock,
        CancellationToken cancellationToken
    )
    {
        await work.BeginAsync(cancellationToken);
        if (await trackers.LockAsync(id, cancellationToken) is not { } tracker || tracker.UserId != caller.UserId)
        {
            throw OwnBatches.NotFound();
        }
        if (await IsClosedAsync(db, id, cancellationToken))
        {
            return new IntakeClosed(0);
        }
        if (tracker.ContentIsComplete || tracker.IsCancelled)
        {
            throw new ProblemException(Problems.BatchLocked, "The batch takes no more files: it is complete or cancelled.");
        }
        if (tracker.AssignedCount == 0)
        {
            throw new ProblemException(Problems.LimitExceeded, "No text has arrived. A batch without any text is to be cancelled.");
        }

        var now = clock.GetUtcNow();
        var book = await books.OpenAsync(tracker, cancellationToken);
        var closed = book.CloseFreeSlots(now);
        db.Changed(tracker);
        foreach (var slot in closed)
        {
            db.Changed(slot);
            db.ValidationFailures.Add(ValidationFailure.NotProvided(slot, work.Cause.CorrelationId, now));
        }
        await completion.RecordWhenTrueAsync(book, work.Cause, cancellationToken);
        await work.CommitAsync(cancellationToken);
        return new IntakeClosed(closed.Count);
    }

    static Task<bool> IsClosedAsync(EssayDbContext db, Guid batchId, CancellationToken cancellationToken) =>
        db.ValidationFailures.AnyAsync(
            failure => failure.BatchId == batchId && failure.ErrorCode == ValidationErrorCode.NotProvided,
            cancellationToken
        );
}

/// <param name="ClosedSlots">How many slots no file had taken.</param>
sealed record IntakeClosed(int ClosedSlots);
