using System.Globalization;
using Phase1.Portal.Frame;
using Phase1.Portal.Neighbours;
using Phase1.ServiceDefaults;

namespace Phase1.Portal.Classes.Import;

/// <summary>Adds the students of a list that was looked at. Where the roster has changed since, nothing is added, and it is looked at again.</summary>
static class ImportStudentsEndpoint
{
    internal static void Map(IEndpointRouteBuilder routes) =>
        routes.MapPost("/classes/{id:guid}/import/students", HandleAsync).ForTeacher();

    static async Task<IResult> HandleAsync(
        Guid id,
        HttpContext http,
        ClassesClient classes,
        RosterClient roster,
        PageContext page,
        TimeProvider clock,
        CancellationToken cancellationToken
    )
    {
        var form = await PageForm.ReadAsync(http);
        var list = new RosterList(form.Whole("text"), form.Text("table").Length > 0);
        var version = long.TryParse(form.Text("version"), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw ProblemException.Missing("version");
        try
        {
            var added = await roster.AddAsync(id, list, form.Text("key"), version, cancellationToken);
            var view = await ClassView.OfAsync(id, classes, clock, cancellationToken);
            return Pages.Show<ClassPage>(view with { Added = new(added.Created + added.Enrolled, added.Existing, []) });
        }
        catch (ProblemException stale) when (stale.Problem.Code == Problems.StaleVersion.Code)
        {
            var state = new FormState();
            state.Values["key"] = Guid.CreateVersion7(clock.GetUtcNow()).ToString();
            state.Wrong("", page.Words.RosterChanged);
            var found = await classes.FindAsync(id, cancellationToken);
            return Pages.Show<ImportPage>(
                await ImportView.OfAsync(found, state, list, roster, page.Words, cancellationToken),
                StatusCodes.Status409Conflict
            );
        }
    }
}
