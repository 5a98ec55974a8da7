using Phase1.ServiceDefaults;

namespace Phase1.ClassManagement.Students;

static class GetStudentEndpoint
{
    internal static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/v1/classes/students/{id}", HandleAsync).RequireTeacher().MayAnswer(Problems.StudentNotFound);

    static async Task<StudentDocument> HandleAsync(
        Guid id,
        Caller caller,
        ClassManagementDbContext db,
        CancellationToken cancellationToken
    ) => await StudentDocument.FindAsync(db, id, caller.UserId, cancellationToken) ?? throw OwnStudents.NotFound();
}
