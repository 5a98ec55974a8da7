using Microsoft.EntityFrameworkCore;
using Phase1.Messaging;
using Phase1.Portal.Frame;

namespace Phase1.Portal.SignIn;

/// <summary>Sets the first password of an invited person, which uses the invitation up, and signs the person in.</summary>
static class ConfirmInvitationEndpoint
{
    internal static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/invite", HandleAsync).ForNewSession();

    static async Task<IResult> HandleAsync(
        HttpContext http,
        OneTimeLinks links,
        Accounts accounts,
        AuditTrail audit,
        UnitOfWork work,
        PortalDbContext db,
        PageContext page,
        CancellationToken cancellationToken
    )
    {
        var form = await PageForm.ReadAsync(http);
        var secret = form.Text("t");
        await work.BeginAsync(cancellationToken);
        var link = await links.FindAsync(LinkPurpose.Invite, secret, cancellationToken);
        if (link is null || !await links.UseAsync(LinkPurpose.Invite, secret, cancellationToken))
        {
            return Pages.Show<NoLinkPage>(status: StatusCodes.Status410Gone);
        }
        var account = await db.Accounts.SingleAsync(a => a.Id == link.UserId, cancellationToken);
        if (PasswordRules.FaultOf(form.Whole("password"), account.UserName!) is { } fault)
        {
            var view = InvitationView.Of(secret, account.UserName!);
            view.Form.Wrong("password", page.Words.AccountFault(fault));
            return Pages.Show<InvitationPage>(view, StatusCodes.Status422UnprocessableEntity);
        }
        accounts.SetPassword(account, form.Whole("password"));
        account.TimeZone ??= Zones.KnownOrNull(form.Text("zone"));
        audit.Add(AuditAct.AccountChanged, account.Id, account.Id);
        await work.CommitAsync(cancellationToken);
        await SessionTickets.SignInAsync(http, account);
        return Pages.Go(Pages.StartOf(account.Roles));
    }
}
