using Phase1.Portal.Frame;
using Phase1.Portal.Neighbours;

namespace Phase1.Portal.Classes.Students;

/// <summary>Changes a student's names and address, in every class.</summary>
static class UpdateStudentEndpoint
{
    internal static void Map(IEndpointRouteBuilder routes) =>
        routes.MapPost("/classes/{id:guid}/students/{studentId:guid}", HandleAsync).ForTeacher();

    static Task<IResult> HandleAsync(
        Guid id,
        Guid studentId,
        HttpContext http,
        RosterClient roster,
        PageContext page,
        CancellationToken cancellationToken
    ) =>
        StudentForm.HandleAsync(id, studentId, http, page.Words, (_, student) => roster.UpdateAsync(studentId, student, cancellationToken));
}
