using Phase1.Portal.Frame;
using Phase1.Portal.Neighbours;
using Phase1.ServiceDefaults;

namespace Phase1.Portal.Classes.Students;

/// <summary>The form of a student of a class, or of a new one.</summary>
static class GetStudentEndpoint
{
    internal static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/classes/{id:guid}/students/new", HandleNewAsync).ForTeacher();
        routes.MapGet("/classes/{id:guid}/students/{studentId:guid}", HandleAsync).ForTeacher();
    }

    static async Task<IResult> HandleNewAsync(Guid id, ClassesClient classes, TimeProvider clock, CancellationToken cancellationToken)
    {
        await classes.FindAsync(id, cancellationToken);
        var form = new FormState();
        form.Values["key"] = Guid.CreateVersion7(clock.GetUtcNow()).ToString();
        return Pages.Show<StudentPage>(new StudentView(id, null, form));
    }

    static async Task<IResult> HandleAsync(Guid id, Guid studentId, ClassesClient classes, CancellationToken cancellationToken)
    {
        var roster = await classes.RosterAsync(id, cancellationToken);
        var student =
            roster.FirstOrDefault(one => one.StudentId == studentId)
            ?? throw new ProblemException(Problems.StudentNotFound, Problems.StudentNotFound.Title);
        var form = new FormState();
        form.Values["first_name"] = student.FirstName;
        form.Values["last_name"] = student.LastName;
        form.Values["legal_name"] = student.FullLegalName == $"{student.FirstName} {student.LastName}" ? "" : student.FullLegalName;
        form.Values["email"] = student.Email ?? "";
        return Pages.Show<StudentPage>(new StudentView(id, studentId, form));
    }
}
