using Microsoft.EntityFrameworkCore;
using Phase1.Messaging;
using Phase1.Portal.Frame;

namespace Phase1.Portal.SignIn;

/// <summary>Sets a new password by a link, which uses it up, ends a lock-out and every session.</summary>
static class UpdateLostPasswordEndpoint
{
    internal static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/password", HandleAsync).ForNewSession();

    static async Task<IResult> HandleAsync(
        HttpContext http,
        OneTimeLinks links,
        Accounts accounts,
        Sessions sessions,
        AuditTrail audit,
        UnitOfWork work,
        PortalDbContext db,
        PageContext page,
        CancellationToken cancellationToken
    )
    {
        var form = await PageForm.ReadAsync(http);
        await work.BeginAsync(cancellationToken);
        var link = await links.FindAsync(LinkPurpose.Password, form.Text("t"), cancellationToken);
        if (link is null || !await links.UseAsync(LinkPurpose.Password, form.Text("t"), cancellationToken))
        {
            return Pages.Show<NoLinkPage>(status: StatusCodes.Status410Gone);
        }
        var account = await db.Accounts.SingleAsync(a => a.Id == link.UserId, cancellationToken);
        if (PasswordRules.FaultOf(form.Whole("password"), account.UserName!) is { } fault)
        {
            return Pages.Show<PasswordPage>(
                form.State("t").Wrong("password", page.Words.AccountFault(fault)),
                StatusCodes.Status422UnprocessableEntity
            );
        }
        accounts.SetPassword(account, form.Whole("password"));
        audit.Add(AuditAct.AccountChanged, account.Id, account.Id);
        await work.CommitAsync(cancellationToken);
        await sessions.EndOthersAsync(account.Id, null, cancellationToken);
        return Pages.Go("/sign-in");
    }
}
