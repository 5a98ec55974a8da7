using Phase1.Portal.Frame;
using Phase1.Portal.Neighbours;

namespace Phase1.Portal.Classes;

/// <summary>Gives a class another name.</summary>
static class UpdateClassEndpoint
{
    internal static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/classes/{id:guid}", HandleAsync).ForTeacher();

    static async Task<IResult> HandleAsync(
        Guid id,
        HttpContext http,
        ClassesClient classes,
        PageContext page,
        TimeProvider clock,
        CancellationToken cancellationToken
    )
    {
        var form = await PageForm.ReadAsync(http);
        if (form.Text("name") is { Length: > 0 and <= 255 } name)
        {
            await classes.RenameAsync(id, name, cancellationToken);
            return Pages.Go($"/classes/{id}");
        }
        var view = await ClassView.OfAsync(id, classes, clock, cancellationToken);
        return Pages.Show<ClassPage>(
            view with
            {
                Edit = form.State("name").Wrong("name", page.Words.ClassNameMissing),
            },
            StatusCodes.Status422UnprocessableEntity
        );
    }
}
