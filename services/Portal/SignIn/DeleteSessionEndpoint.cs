using Microsoft.AspNetCore.Authentication;
using Phase1.Portal.Frame;

namespace Phase1.Portal.SignIn;

/// <summary>Signs out: the session's row goes, and what the browser has kept.</summary>
static class DeleteSessionEndpoint
{
    internal static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/sign-out", HandleAsync).ForPersons();

    static async Task<IResult> HandleAsync(
        HttpContext http,
        Person person,
        AuditTrail audit,
        PortalDbContext db,
        CancellationToken cancellationToken
    )
    {
        audit.Add(AuditAct.SignedOut, person.UserId);
        await db.SaveChangesAsync(cancellationToken);
        await http.SignOutAsync(SessionCookie.Scheme);
        http.Response.Headers["Clear-Site-Data"] = "\"cache\"";
        return Pages.Go("/signed-out");
    }
}
