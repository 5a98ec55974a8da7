using System.Globalization;
using Phase1.Portal.Frame;
using Phase1.Portal.Live;
using Phase1.Portal.Neighbours;
using Phase1.ServiceDefaults;

namespace Phase1.Portal.Review;

/// <summary>Decides one essay by its form. Where somebody or the deadline was faster, the board as it is now is shown with that reason.</summary>
static class DecideEssayEndpoint
{
    internal static void Map(IEndpointRouteBuilder routes) =>
        routes.MapPost("/batches/{id:guid}/review/{essayId:guid}", HandleAsync).ForTeacher().TellsOtherPages();

    static async Task<IResult> HandleAsync(
        Guid id,
        Guid essayId,
        HttpContext http,
        AssociationsClient associations,
        BoardReader boards,
        PageContext page,
        CancellationToken cancellationToken
    )
    {
        var form = await PageForm.ReadAsync(http);
        try
        {
            await associations.DecideAsync(id, [Read(essayId, form)], null, cancellationToken);
            return Pages.Go($"/batches/{id}/review");
        }
        catch (ProblemException refused) when (refused.Problem.Status is StatusCodes.Status409Conflict or StatusCodes.Status400BadRequest)
        {
            var note = page.Words.Problem(refused.Problem.Code);
            return Pages.Show<ReviewPage>(await boards.ReadAsync(id, RowFilter.Undecided, cancellationToken, note), refused.Problem.Status);
        }
    }

    internal static int VersionOf(PageForm form) =>
        int.TryParse(form.Text("version"), NumberStyles.None, CultureInfo.InvariantCulture, out var version)
            ? version
            : throw ProblemException.Missing("version");

    // What is chosen from the list of the class goes before the candidates, of which one may be marked; the one that was suggested is accepted.
    static Decision Read(Guid essayId, PageForm form)
    {
        var action = form.Text("action");
        if (!Decision.Actions.Contains(action))
        {
            throw ProblemException.Validation("action", "There is no such decision.");
        }
        var version = VersionOf(form);
        if (action != "choose")
        {
            return new(essayId, action, null, version);
        }
        var chosen = form.Text("other") is { Length: > 0 } other ? other : form.Text("student");
        return !Guid.TryParse(chosen, out var student) ? throw ProblemException.Missing("student")
            : chosen == form.Text("suggested") ? new(essayId, "accept", null, version)
            : new(essayId, action, student, version);
    }
}
