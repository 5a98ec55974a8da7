using Phase1.BatchOrchestrator.Storage;
using Phase1.Events;
using Phase1.ServiceDefaults;

namespace Phase1.BatchOrchestrator.Batches.Requests;

/// <summary>Whether File Intake may take files for a batch, and whose it is.</summary>
static class GetIntakeEndpoint
{
    internal static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/internal/v1/batches/{id:guid}/intake", HandleAsync).RequireServiceOrTeacher();

    static async Task<Intake> HandleAsync(Guid id, Caller caller, BatchDbContext db, CancellationToken cancellationToken)
    {
        var batch = await db.VisibleAsync(id, caller, cancellationToken);
        return new(batch.Status == BatchStatus.AwaitingContentValidation, batch.UserId, batch.ExpectedEssayCount, batch.Status);
    }

    internal sealed record Intake(bool AcceptsUploads, string UserId, int ExpectedEssayCount, BatchStatus Status);
}
