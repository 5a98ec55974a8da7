using Phase1.Portal.Frame;
using Phase1.Portal.Neighbours;

namespace Phase1.Portal.NewBatch;

/// <summary>Asks for class and files.</summary>
static class GetNewBatchEndpoint
{
    internal static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/batches/new", HandleAsync).ForTeacher();

    static async Task<IResult> HandleAsync(ClassesClient classes, Away away, TimeProvider clock, CancellationToken cancellationToken)
    {
        var form = new FormState();
        // Of the page, so that a form that is sent twice makes one batch.
        form.Values["key"] = Guid.CreateVersion7(clock.GetUtcNow()).ToString();
        return Pages.Show<NewBatchPage>(await NewBatchView.OfAsync(form, classes, away, cancellationToken));
    }
}
