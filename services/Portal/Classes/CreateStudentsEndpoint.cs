using Phase1.Portal.Frame;
using Phase1.Portal.Neighbours;

namespace Phase1.Portal.Classes;

/// <summary>Adds the students of a pasted list. The lines that are no names come back, to be mended.</summary>
static class CreateStudentsEndpoint
{
    const int MostLines = 200;

    internal static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/classes/{id:guid}/students", HandleAsync).ForTeacher();

    static async Task<IResult> HandleAsync(
        Guid id,
        HttpContext http,
        ClassesClient classes,
        TimeProvider clock,
        PageContext page,
        CancellationToken cancellationToken
    )
    {
        var form = await PageForm.ReadAsync(http);
        string[] lines = [.. form.Whole("lines").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)];
        if (lines.Length is 0 or > MostLines)
        {
            var refused = await ClassView.OfAsync(id, classes, clock, cancellationToken);
            refused = refused with { Form = form.State("lines", "key").Wrong("lines", page.Words.LinesMissing) };
            return Pages.Show<ClassPage>(refused, StatusCodes.Status422UnprocessableEntity);
        }
        var added = await classes.AddStudentsAsync(id, form.Text("key"), lines, cancellationToken);
        var view = await ClassView.OfAsync(id, classes, clock, cancellationToken);
        view.Form.Values["lines"] = string.Join('\n', added.Rejected.Select(rejected => lines[rejected.Line - 1]));
        return Pages.Show<ClassPage>(view with { Added = added });
    }
}
