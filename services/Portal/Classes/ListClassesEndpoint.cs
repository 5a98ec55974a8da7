using Phase1.Portal.Frame;
using Phase1.Portal.Neighbours;

namespace Phase1.Portal.Classes;

/// <summary>The teacher's classes, and a form for another.</summary>
static class ListClassesEndpoint
{
    internal static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/classes", HandleAsync).ForTeacher();

    static async Task<IResult> HandleAsync(ClassesClient classes, TimeProvider clock, CancellationToken cancellationToken)
    {
        var form = new FormState();
        form.Values["key"] = Guid.CreateVersion7(clock.GetUtcNow()).ToString();
        return Pages.Show<ClassesPage>(new ClassesView(await classes.ListAsync(cancellationToken), form));
    }
}

/// <summary>What the page of all classes shows.</summary>
public sealed record ClassesView(IReadOnlyList<ClassDocument> Classes, FormState Form);
