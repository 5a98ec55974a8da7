using System.Globalization;
using Phase1.Portal.Frame;
using Phase1.Portal.Neighbours;
using Phase1.Portal.SignIn;

namespace Phase1.Portal.Operations.DeadLetters;

/// <summary>
/// Redrives the next 200 letters of a group. The page that it answers goes on with the rest until somebody stops it; what remains open is where it
/// stands.
/// </summary>
static class RequestGroupRedriveEndpoint
{
    internal static void Map(IEndpointRouteBuilder routes) =>
        routes.MapPost("/ops/dead-letters/{service}/{cause}/redrive", HandleAsync).ForOperator();

    static async Task<IResult> HandleAsync(
        string service,
        string cause,
        HttpContext http,
        PageContext page,
        Engines engines,
        Person person,
        AuditTrail audit,
        PortalDbContext db,
        CancellationToken cancellationToken
    )
    {
        var engine = engines.Of(service);
        var form = await PageForm.ReadAsync(http);
        if (form.Text("note") is not { Length: > 0 } note)
        {
            var again = await GroupView.LoadAsync(engine, cause, cancellationToken) ?? new(service, cause, null, []);
            return Pages.Show<GroupPage>(
                again with
                {
                    Form = form.State("note").Wrong("note", page.Words.NoteMissing),
                },
                StatusCodes.Status400BadRequest
            );
        }
        var done = await engine.RedriveGroupAsync(cause, note, cancellationToken);
        var begun = int.TryParse(form.Text("begun"), CultureInfo.InvariantCulture, out var first) ? first : done.Redriven + done.Remaining;
        audit.Add(AuditAct.GroupRedriven, person.UserId, $"{service}/{cause}", note);
        await db.SaveChangesAsync(cancellationToken);
        var view = await GroupView.LoadAsync(engine, cause, cancellationToken) ?? new(service, cause, null, []);
        return Pages.Show<GroupPage>(view with { Redrive = done, Note = note, Begun = begun });
    }
}
