using Microsoft.EntityFrameworkCore;
using Phase1.Messaging;
using Phase1.Portal.Frame;
using Phase1.Portal.SignIn;

namespace Phase1.Portal.Me;

/// <summary>Changes the password of whoever knows the present one, and ends the other sessions.</summary>
static class UpdatePasswordEndpoint
{
    internal static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/me/password", HandleAsync).ForPersons();

    static async Task<IResult> HandleAsync(
        HttpContext http,
        Person person,
        AttemptLimit limit,
        Accounts accounts,
        Sessions sessions,
        AuditTrail audit,
        UnitOfWork work,
        PortalDbContext db,
        PortalOptions options,
        PageContext page,
        CancellationToken cancellationToken
    )
    {
        limit.Count(http.Connection.RemoteIpAddress);
        var form = await PageForm.ReadAsync(http);
        await work.BeginAsync(cancellationToken);
        var account = await db.Accounts.SingleAsync(a => a.Id == person.UserId, cancellationToken);
        var state = new FormState();
        if (!accounts.IsPassword(account, form.Whole("old")))
        {
            state.Wrong("old", page.Words.OldPasswordWrong);
        }
        else if (PasswordRules.FaultOf(form.Whole("password"), account.UserName!) is { } fault)
        {
            state.Wrong("password", page.Words.AccountFault(fault));
        }
        if (state.IsWrong)
        {
            var wrong = await MeView.OfAsync(person, sessions, options, cancellationToken, password: state);
            return Pages.Show<MePage>(wrong, StatusCodes.Status422UnprocessableEntity);
        }
        accounts.SetPassword(account, form.Whole("password"));
        audit.Add(AuditAct.AccountChanged, person.UserId, person.UserId);
        await work.CommitAsync(cancellationToken);
        await sessions.EndOthersAsync(person.UserId, person.Session, cancellationToken);
        return Pages.Show<MePage>(await MeView.OfAsync(person, sessions, options, cancellationToken, note: page.Words.PasswordChanged));
    }
}
