using Phase1.Portal.Frame;
using Phase1.Portal.Neighbours;
using Phase1.Portal.SignIn;
using Phase1.ServiceDefaults;

namespace Phase1.Portal.Operations.DeadLetters;

/// <summary>Something that an operator does about a dead letter, with a note, and a line in the audit.</summary>
sealed class LetterAct(IHttpContextAccessor http, PageContext page, Engines engines, AuditTrail audit, PortalDbContext db)
{
    internal async Task<IResult> RunAsync(
        string service,
        Guid id,
        AuditAct kind,
        Func<EngineClient, string, Task> act,
        CancellationToken cancellationToken
    )
    {
        var (engine, person) = (engines.Of(service), page.Person!);
        var form = await PageForm.ReadAsync(http.HttpContext!);
        var field = kind == AuditAct.Redriven ? "note" : "discard-note";
        if (form.Text(field) is not { Length: > 0 } note)
        {
            var view = await LetterView.LoadAsync(engine, id, person.Roles.Contains(Phase1Roles.OperatorBody), cancellationToken);
            var state = form.State(field).Wrong(field, page.Words.NoteMissing);
            return Pages.Show<LetterPage>(view with { Form = state }, StatusCodes.Status400BadRequest);
        }
        await act(engine, note);
        audit.Add(kind, person.UserId, $"{service}/{id}", note);
        await db.SaveChangesAsync(cancellationToken);
        return Pages.Go($"/ops/dead-letters/{service}/item/{id}");
    }
}
