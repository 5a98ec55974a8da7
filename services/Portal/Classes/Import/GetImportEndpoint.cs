using Phase1.Portal.Frame;
using Phase1.Portal.Neighbours;

namespace Phase1.Portal.Classes.Import;

/// <summary>Asks for a class list: a file, or cells and names that are pasted.</summary>
static class GetImportEndpoint
{
    internal static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/classes/{id:guid}/import", HandleAsync).ForTeacher();

    static async Task<IResult> HandleAsync(Guid id, ClassesClient classes, CancellationToken cancellationToken) =>
        Pages.Show<ImportPage>(new ImportView(await classes.FindAsync(id, cancellationToken), new FormState()));
}
