using Microsoft.AspNetCore.Http.HttpResults;
using Phase1.ClassManagement.Classes;
using Phase1.Messaging;
using Phase1.ServiceDefaults;

namespace Phase1.ClassManagement.Students;

static class DeleteStudentEndpoint
{
    internal static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapDelete("/v1/classes/students/{id}", HandleAsync)
            .RequireTeacher()
            .MayAnswer(Problems.StudentNotFound, Problems.StudentInUse);

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
        var student = await db.Students.LockOwnAsync(id, caller.UserId, cancellationToken);
        var classIds = await db.ClassesOfAsync(id, cancellationToken);
        var classes = await db.LockOwnAsync(classIds, caller.UserId, cancellationToken);
        await StudentUse.RefuseIfOpenAsync(db, id, classIds, cancellationToken);

        var now = clock.GetUtcNow();
        student.DeletedAt = now;
        student.UpdatedAt = now;
        foreach (var schoolClass in classes)
        {
            schoolClass.Changed(now);
        }
        work.Publish(StudentFacts.Updated(student, [], classes));
        await work.CommitAsync(cancellationToken);
        return TypedResults.NoContent();
    }
}
