using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Phase1.BatchOrchestrator.Batches;
using Phase1.BatchOrchestrator.Storage;
using Phase1.Events;
using Phase1.Messaging;
using Phase1.ServiceDefaults;

namespace Phase1.BatchOrchestrator.Deletion;

/// <summary><c>DELETE /v1/batches/{id}</c>: a teacher takes back a batch that has ended, with all that belongs to it in every service.</summary>
static class DeleteBatchEndpoint
{
    internal static void Map(IEndpointRouteBuilder routes) =>
        routes.MapDelete("/v1/batches/{id:guid}", HandleAsync).RequireTeacher().MayAnswer(Problems.ResourceNotFound, Problems.InvalidState);

    static async Task<NoContent> HandleAsync(
        Guid id,
        Caller caller,
        BatchDbContext db,
        UnitOfWork work,
        BatchDeletion deletion,
        CancellationToken cancellationToken
    )
    {
        await work.BeginAsync(cancellationToken);
        var batch = await db
            .Batches.FromSql($"select * from batches where batch_id = {id} and user_id = {caller.UserId} for update")
            .AsNoTracking()
            .SingleOrDefaultAsync(cancellationToken);
        if (batch is null)
        {
            return await BatchRows.AreDeletedAsync(work, id, caller.UserId, cancellationToken)
                ? TypedResults.NoContent()
                : throw new ProblemException(Problems.ResourceNotFound, "There is no batch with this id.");
        }
        if (!batch.Status.IsTerminal)
        {
            throw new ProblemException(Problems.InvalidState, "The batch has not ended. Cancel it, then it can be deleted.");
        }
        await deletion.DeleteAsync([batch], DeletionReason.Teacher, _ => work.Cause with { UserId = caller.UserId }, cancellationToken);
        await work.CommitAsync(cancellationToken);
        return TypedResults.NoContent();
    }
}
