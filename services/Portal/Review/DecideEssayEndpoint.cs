using System.Globalization;
using Phase1.Portal.Frame;
using Phase1.Portal.Live;
using Phase1.Portal.Neighbours;
using Phase1.ServiceDefaults;

namespace Phase1.Portal.Review;

/// <summary>Decides one essay. Where somebody or the deadline was faster, the list as it is now is shown with that reason.</summary>
static class DecideEssayEndpoint
{
    static readonly string[] Actions = ["choose", "unknown", "exclude", "reopen"];

    internal static void Map(IEndpointRouteBuilder routes) =>
        routes.MapPost("/batches/{id:guid}/review/{essayId:guid}", HandleAsync).ForTeacher().TellsOtherPages();

    static async Task<IResult> HandleAsync(
        Guid id,
        Guid essayId,
        HttpContext http,
        AssociationsClient associations,
        ClassesClient classes,
        Away away,
        PageContext page,
        CancellationToken cancellationToken
    )
    {
        var form = await PageForm.ReadAsync(http);
        try
        {
            var (action, student) = Read(form);
            await associations.DecideAsync(id, essayId, action, student, VersionOf(form), cancellationToken);
            return Pages.Go($"/batches/{id}/review{(action == "reopen" ? "?all=true" : "")}");
        }
        catch (ProblemException refused) when (refused.Problem.Status is StatusCodes.Status409Conflict or StatusCodes.Status400BadRequest)
        {
            return Pages.Show<ReviewPage>(
                await ReviewView.OfAsync(
                    id,
                    false,
                    associations,
                    classes,
                    away,
                    cancellationToken,
                    page.Words.Problem(refused.Problem.Code)
                ),
                refused.Problem.Status
            );
        }
    }

    internal static int VersionOf(PageForm form) =>
        int.TryParse(form.Text("version"), NumberStyles.None, CultureInfo.InvariantCulture, out var version)
            ? version
            : throw ProblemException.Missing("version");

    // What is chosen from the list of the class goes before the candidates, of which one is always marked.
    static (string Action, Guid? Student) Read(PageForm form)
    {
        var action = form.Text("action");
        if (!Actions.Contains(action))
        {
            throw ProblemException.Validation("action", "There is no such decision.");
        }
        if (action != "choose")
        {
            return (action, null);
        }
        var chosen = form.Text("other") is { Length: > 0 } other ? other : form.Text("student");
        return Guid.TryParse(chosen, out var student) ? (action, student) : throw ProblemException.Missing("student");
    }
}
