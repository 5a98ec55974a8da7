using Microsoft.EntityFrameworkCore;
using Phase1.Messaging;
using Phase1.Portal.Frame;

namespace Phase1.Portal.SignIn;

/// <summary>Signs in by a link without a password, which uses it up. Mapped in the Development environment alone.</summary>
static class CreateDevelopmentSessionEndpoint
{
    internal static void Map(IEndpointRouteBuilder routes) =>
        routes.MapPost(GetDevelopmentSignInEndpoint.Path, HandleAsync).ForNewSession();

    static async Task<IResult> HandleAsync(
        HttpContext http,
        OneTimeLinks links,
        AuditTrail audit,
        UnitOfWork work,
        PortalDbContext db,
        CancellationToken cancellationToken
    )
    {
        var form = await PageForm.ReadAsync(http);
        await work.BeginAsync(cancellationToken);
        var link = await links.FindAsync(LinkPurpose.Development, form.Text("t"), cancellationToken);
        if (link is null || !await links.UseAsync(LinkPurpose.Development, form.Text("t"), cancellationToken))
        {
            return Pages.Show<NoLinkPage>(status: StatusCodes.Status410Gone);
        }
        var account = await db.Accounts.SingleAsync(a => a.Id == link.UserId, cancellationToken);
        audit.Add(AuditAct.SignedIn, account.Id);
        await work.CommitAsync(cancellationToken);
        await SessionTickets.SignInAsync(http, account);
        return Pages.Go(Pages.StartOf(account.Roles, form.Text("return")));
    }
}
