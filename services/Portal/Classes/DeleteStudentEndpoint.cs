using Phase1.Portal.Frame;
using Phase1.Portal.Neighbours;

namespace Phase1.Portal.Classes;

/// <summary>Takes a student out of a class.</summary>
static class DeleteStudentEndpoint
{
    internal static void Map(IEndpointRouteBuilder routes) =>
        routes.MapPost("/classes/{id:guid}/students/{studentId:guid}/remove", HandleAsync).ForTeacher();

    static async Task<IResult> HandleAsync(Guid id, Guid studentId, ClassesClient classes, CancellationToken cancellationToken)
    {
        await classes.RemoveStudentAsync(id, studentId, cancellationToken);
        return Pages.Go($"/classes/{id}");
    }
}
