using Microsoft.AspNetCore.Http.HttpResults;
using Phase1.Messaging;
using Phase1.ServiceDefaults;

namespace Phase1.ClassManagement.Classes;

static class DeleteClassEndpoint
{
    internal static void Map(IEndpointRouteBuilder routes) =>
        routes.MapDelete("/v1/classes/{id}", HandleAsync).RequireTeacher().MayAnswer(Problems.ClassNotFound, Problems.ClassInUse);

    static async Task<NoContent> HandleAsync(
        Guid id,
        Caller caller,
        ClassManagementDbContext db,
        UnitOfWork work,
        TimeProvider clock,
        CancellationToken cancellationToken
    )
    {
        await work.BeginAsync(cancellationToken);
        var schoolClass = (await db.LockOwnAsync([id], caller.UserId, cancellationToken))[0];
        await ClassUse.RefuseIfOpenAsync(db, id, cancellationToken);
        schoolClass.Deleted(clock.GetUtcNow());
        work.Publish(ClassFacts.Updated(schoolClass));
        await work.CommitAsync(cancellationToken);
        return TypedResults.NoContent();
    }
}
