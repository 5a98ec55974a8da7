using Phase1.ClassManagement.Courses;
using Phase1.Messaging;
using Phase1.ServiceDefaults;

namespace Phase1.ClassManagement.Classes;

/// <summary>What is absent stays. The course cannot change under an open set: its batch was registered with the old one.</summary>
static class UpdateClassEndpoint
{
    internal static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapPut("/v1/classes/{id}", HandleAsync)
            .RequireTeacher()
            .MayAnswer(Problems.ClassNotFound, Problems.CourseNotFound, Problems.MultipleCourseError, Problems.ClassInUse);

    static async Task<ClassDocument> HandleAsync(
        Guid id,
        ClassBody body,
        Caller caller,
        ClassManagementDbContext db,
        UnitOfWork work,
        TimeProvider clock,
        CancellationToken cancellationToken
    )
    {
        ClassFields.Check(body.Name, body.CourseCodes, required: false);
        await work.BeginAsync(cancellationToken);
        var schoolClass = (await db.LockOwnAsync([id], caller.UserId, cancellationToken))[0];

        var name = body.Name is null ? schoolClass.Name : ClassFields.Clean(body.Name);
        var course = body.CourseCodes is null ? schoolClass.CourseCode : CourseChoice.Of(body.CourseCodes);
        if (course != schoolClass.CourseCode)
        {
            await ClassUse.RefuseIfOpenAsync(db, id, cancellationToken);
        }
        if (name != schoolClass.Name || course != schoolClass.CourseCode)
        {
            schoolClass.Name = name;
            schoolClass.CourseCode = course;
            schoolClass.Changed(clock.GetUtcNow());
            work.Publish(ClassFacts.Updated(schoolClass));
        }
        await db.SaveChangesAsync(cancellationToken);
        var answer = await GetClassEndpoint.HandleAsync(id, caller, db, cancellationToken);
        await work.CommitAsync(cancellationToken);
        return answer;
    }
}
