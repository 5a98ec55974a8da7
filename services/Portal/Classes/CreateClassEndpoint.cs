using Phase1.Events;
using Phase1.Portal.Frame;
using Phase1.Portal.Neighbours;
using Phase1.ServiceDefaults;

namespace Phase1.Portal.Classes;

/// <summary>Makes a class.</summary>
static class CreateClassEndpoint
{
    internal static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/classes", HandleAsync).ForTeacher();

    static async Task<IResult> HandleAsync(HttpContext http, ClassesClient classes, PageContext page, CancellationToken cancellationToken)
    {
        var form = await PageForm.ReadAsync(http);
        var name = form.Text("name");
        if (name.Length is 0 or > 255)
        {
            var state = form.State("name", "course", "key").Wrong("name", page.Words.ClassNameMissing);
            return Pages.Show<ClassesPage>(
                new ClassesView(await classes.ListAsync(cancellationToken), state),
                StatusCodes.Status422UnprocessableEntity
            );
        }
        var course = WireEnum.TryParse<CourseCode>(form.Text("course"), out var code)
            ? code
            : throw ProblemException.Validation("course", "There is no such course.");
        return Pages.Go($"/classes/{await classes.CreateAsync(form.Text("key"), name, course, cancellationToken)}");
    }
}
