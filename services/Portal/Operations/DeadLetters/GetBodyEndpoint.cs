using System.Text;
using Phase1.Portal.Frame;
using Phase1.Portal.Neighbours;
using Phase1.Portal.SignIn;
using Phase1.ServiceDefaults;

namespace Phase1.Portal.Operations.DeadLetters;

/// <summary>The record of a dead letter as it is, for a person with the right to it and a reason. A form, so that no address opens it.</summary>
static class GetBodyEndpoint
{
    internal static void Map(IEndpointRouteBuilder routes) =>
        routes.MapPost("/ops/dead-letters/{service}/item/{id:guid}/body", HandleAsync).ForOperator(Phase1Roles.OperatorBody);

    static async Task<IResult> HandleAsync(
        string service,
        Guid id,
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
        var view = await LetterView.LoadAsync(engine, id, mayReadBody: true, cancellationToken);
        if (form.Text("reason") is not { Length: > 0 } reason)
        {
            return Pages.Show<LetterPage>(
                view with
                {
                    Form = form.State("reason").Wrong("reason", page.Words.ReasonMissing),
                },
                StatusCodes.Status400BadRequest
            );
        }
        // Before it is opened: what is not written down is not shown.
        audit.Add(AuditAct.BodyOpened, person.UserId, $"{service}/{id}", reason);
        await db.SaveChangesAsync(cancellationToken);
        return Pages.Show<LetterPage>(view with { Body = Encoding.UTF8.GetString(await engine.BodyAsync(id, cancellationToken)) });
    }
}
