using Phase1.Portal.Frame;
using Phase1.ServiceDefaults;

namespace Phase1.Portal.SignIn;

/// <summary>Signs a person in. Whoever is refused is not told why: login, password, lock-out and disabling look alike.</summary>
static class CreateSessionEndpoint
{
    internal static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/sign-in", HandleAsync).ForNewSession();

    static async Task<IResult> HandleAsync(
        HttpContext http,
        PortalOptions options,
        AttemptLimit limit,
        Accounts accounts,
        AuditTrail audit,
        PortalDbContext db,
        PageContext page,
        CancellationToken cancellationToken
    )
    {
        if (!options.HasEmbeddedAccounts)
        {
            throw new ProblemException(Problems.ResourceNotFound, "People sign in by the school's provider.");
        }
        limit.Count(http.Connection.RemoteIpAddress);
        var form = await PageForm.ReadAsync(http);
        var zone = Zones.KnownOrNull(form.Text("zone"));
        var account = await accounts.FindAsync(form.Text("login"), form.Whole("password"), zone, cancellationToken);
        audit.Add(account is null ? AuditAct.SignInFailed : AuditAct.SignedIn, account?.Id);
        await db.SaveChangesAsync(cancellationToken);
        if (account is null)
        {
            return Pages.Show<SignInPage>(
                SignInView.Of(form.State("login", "return").Wrong("", page.Words.SignInRefused), options, page.Words),
                StatusCodes.Status422UnprocessableEntity
            );
        }
        await SessionTickets.SignInAsync(http, account);
        return Pages.Go(Pages.StartOf(account.Roles, form.Text("return")));
    }
}
