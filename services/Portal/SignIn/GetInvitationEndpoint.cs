using Microsoft.EntityFrameworkCore;
using Phase1.Portal.Frame;

namespace Phase1.Portal.SignIn;

/// <summary>Asks for a first password, for whoever has been invited.</summary>
static class GetInvitationEndpoint
{
    internal static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/invite", HandleAsync).ForNewSession();

    static async Task<IResult> HandleAsync(string? t, OneTimeLinks links, PortalDbContext db, CancellationToken cancellationToken)
    {
        if (await links.FindAsync(LinkPurpose.Invite, t, cancellationToken) is not { } link)
        {
            return Pages.Show<NoLinkPage>(status: StatusCodes.Status410Gone);
        }
        var login = await db.Accounts.Where(account => account.Id == link.UserId).Select(a => a.UserName).SingleAsync(cancellationToken);
        return Pages.Show<InvitationPage>(InvitationView.Of(t!, login!));
    }
}
