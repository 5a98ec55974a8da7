using Phase1.Portal.Frame;
using Phase1.Portal.Neighbours;

namespace Phase1.Portal.Classes.Students;

/// <summary>Adds one student to a class.</summary>
static class CreateStudentEndpoint
{
    internal static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/classes/{id:guid}/students/new", HandleAsync).ForTeacher();

    static Task<IResult> HandleAsync(
        Guid id,
        HttpContext http,
        RosterClient roster,
        PageContext page,
        CancellationToken cancellationToken
    ) =>
        StudentForm.HandleAsync(
            id,
            null,
            http,
            page.Words,
            (form, student) => roster.CreateAsync(id, form.Text("key"), student, cancellationToken)
        );
}
