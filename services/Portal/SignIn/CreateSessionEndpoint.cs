using Phase1.Portal.Frame;

namespace Phase1.Portal.SignIn;

/// <summary>Signs a person in. Whoever is refused is not told why: login, password, lock-out and disabling look alike.</summary>
static class CreateSessionEndpoint
{
    internal static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/sign-in", HandleAsync).ForEverybody();

    static async Task<IResult> HandleAsync(
        HttpContext http,
        AttemptLimit limit,
        Accounts accounts,
        AuditTrail audit,
        PortalDbContext db,
        PageContext page,
        CancellationToken cancellationToken
    )
    {
        limit.Count(http.Connection.RemoteIpAddress);
        var form = await PageForm.ReadAsync(http);
        var account = await accounts.FindAsync(form.Text("login"), form.Whole("password"), cancellationToken);
        audit.Add(account is null ? AuditAct.SignInFailed : AuditAct.SignedIn, account?.Id);
        await db.SaveChangesAsync(cancellationToken);
        if (account is null)
        {
            return Pages.Show<SignInPage>(
                form.State("login", "return").Wrong("", page.Words.SignInRefused),
                StatusCodes.Status422UnprocessableEntity
            );
        }
        await SessionTickets.SignInAsync(http, account);
        var path = Pages.Local(form.Text("return"));
        return Pages.Go(path == "/" ? Pages.StartOf(account.Roles) : path);
    }
}
