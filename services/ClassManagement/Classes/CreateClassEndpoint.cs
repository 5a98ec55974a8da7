using Microsoft.AspNetCore.Http.HttpResults;
using Phase1.ClassManagement.Courses;
using Phase1.Messaging;
using Phase1.ServiceDefaults;

namespace Phase1.ClassManagement.Classes;

static class CreateClassEndpoint
{
    internal static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapPost("/v1/classes", HandleAsync)
            .RequireTeacher()
            .WithIdempotency()
            .MayAnswer(Problems.CourseNotFound, Problems.MultipleCourseError);

    internal sealed record Answer(Guid Id, string Name);

    static async Task<Created<Answer>> HandleAsync(
        ClassBody body,
        Caller caller,
        ClassManagementDbContext db,
        UnitOfWork work,
        TimeProvider clock,
        CancellationToken cancellationToken
    )
    {
        ClassFields.Check(body.Name, body.CourseCodes, required: true);
        var now = clock.GetUtcNow();
        var schoolClass = new SchoolClass
        {
            ClassId = Guid.CreateVersion7(now),
            Name = ClassFields.Clean(body.Name!),
            CourseCode = CourseChoice.Of(body.CourseCodes!),
            CreatedByUserId = caller.UserId,
            OrgId = caller.OrgId,
            CreatedAt = now,
            UpdatedAt = now,
        };

        await work.BeginAsync(cancellationToken);
        db.Classes.Add(schoolClass);
        work.Publish(ClassFacts.Created(schoolClass));
        work.Publish(ClassFacts.CreatedNotice(schoolClass, work.Cause));
        await work.CommitAsync(cancellationToken);
        return TypedResults.Created($"/v1/classes/{schoolClass.ClassId}", new Answer(schoolClass.ClassId, schoolClass.Name));
    }
}
