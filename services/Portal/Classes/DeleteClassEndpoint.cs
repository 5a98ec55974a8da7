using Phase1.Portal.Frame;
using Phase1.Portal.Neighbours;
using Phase1.ServiceDefaults;

namespace Phase1.Portal.Classes;

/// <summary>Deletes a class. While a batch of it waits for decisions it stays, and the page says for which.</summary>
static class DeleteClassEndpoint
{
    internal static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/classes/{id:guid}/delete", HandleAsync).ForTeacher();

    static async Task<IResult> HandleAsync(
        Guid id,
        ClassesClient classes,
        BatchesClient batches,
        TimeProvider clock,
        CancellationToken cancellationToken
    )
    {
        try
        {
            await classes.DeleteAsync(id, cancellationToken);
            return Pages.Go("/classes");
        }
        catch (ProblemException inUse) when (inUse.Problem.Code == Problems.ClassInUse.Code)
        {
            var view = await ClassView.OfAsync(id, classes, clock, cancellationToken);
            return Pages.Show<ClassPage>(
                view with
                {
                    InUseBy = await batches.AwaitingAsync(id, cancellationToken),
                },
                StatusCodes.Status409Conflict
            );
        }
    }
}
