using Phase1.Portal.Frame;
using Phase1.Portal.Neighbours;
using Phase1.Portal.Words;
using Phase1.ServiceDefaults;

namespace Phase1.Portal.Classes.Students;

/// <summary>The form of one student.</summary>
static class StudentForm
{
    internal static readonly string[] Fields = ["first_name", "last_name", "legal_name", "email", "key"];

    /// <summary>Sends what was typed, and answers the class, or the form with what is wrong.</summary>
    internal static async Task<IResult> HandleAsync(
        Guid classId,
        Guid? studentId,
        HttpContext http,
        IWords say,
        Func<PageForm, StudentFields, Task> send
    )
    {
        var form = await PageForm.ReadAsync(http);
        var state = form.State(Fields);
        var student = new StudentFields(form.Text("first_name"), form.Text("last_name"), OrNull(form, "legal_name"), OrNull(form, "email"));
        if (student.FirstName.Length is 0 or > 255 || student.LastName.Length is 0 or > 255)
        {
            state.Wrong(student.FirstName.Length is 0 or > 255 ? "first_name" : "last_name", say.NamesMissing);
        }
        else
        {
            try
            {
                await send(form, student);
                return Pages.Go($"/classes/{classId}");
            }
            catch (ProblemException refused) when (refused.Problem.Status is 400 or 409)
            {
                // The address is taken, or no address; a name holds what no name does.
                var (field, message) =
                    refused.Problem.Code == Problems.InvalidState.Code || refused.Errors?.ContainsKey("email") is true
                        ? ("email", say.EmailRefused)
                        : ("", say.Problem(refused.Problem.Code));
                state.Wrong(field, message);
            }
        }
        return Pages.Show<StudentPage>(new StudentView(classId, studentId, state), StatusCodes.Status422UnprocessableEntity);
    }

    static string? OrNull(PageForm form, string field) => form.Text(field) is { Length: > 0 } text ? text : null;
}

/// <summary>What the page of a student shows.</summary>
/// <param name="ClassId">The class.</param>
/// <param name="StudentId">Null for a new one.</param>
/// <param name="Form">What is typed.</param>
public sealed record StudentView(Guid ClassId, Guid? StudentId, FormState Form);
