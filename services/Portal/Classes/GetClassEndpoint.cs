using Phase1.Portal.Frame;
using Phase1.Portal.Neighbours;

namespace Phase1.Portal.Classes;

/// <summary>A class with its students, and a form for more of them.</summary>
static class GetClassEndpoint
{
    internal static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/classes/{id:guid}", HandleAsync).ForTeacher();

    static async Task<IResult> HandleAsync(Guid id, ClassesClient classes, TimeProvider clock, CancellationToken cancellationToken) =>
        Pages.Show<ClassPage>(await ClassView.OfAsync(id, classes, clock, cancellationToken));
}

/// <summary>What the page of a class shows.</summary>
/// <param name="Class">The class.</param>
/// <param name="Students">By surname.</param>
/// <param name="Form">The list that is being added.</param>
/// <param name="Added">What became of the last one.</param>
public sealed record ClassView(
    ClassDocument Class,
    IReadOnlyList<StudentDocument> Students,
    FormState Form,
    StudentsAddedDocument? Added = null
)
{
    /// <summary>What is typed in the class's own form, and what is wrong with it.</summary>
    internal FormState Edit { get; init; } = new();

    /// <summary>Why the class cannot be deleted: batches of it that wait for decisions. Null where nobody has tried.</summary>
    internal IReadOnlyList<BatchDocument>? InUseBy { get; init; }

    internal static async Task<ClassView> OfAsync(Guid id, ClassesClient classes, TimeProvider clock, CancellationToken cancellationToken)
    {
        var roster = classes.RosterAsync(id, cancellationToken);
        var found = await classes.FindAsync(id, cancellationToken);
        var form = new FormState();
        form.Values["key"] = Guid.CreateVersion7(clock.GetUtcNow()).ToString();
        var edit = new FormState();
        edit.Values["name"] = found.Name;
        return new(found, await roster, form) { Edit = edit };
    }
}
