using Microsoft.AspNetCore.Identity;
using Phase1.Messaging;
using Phase1.Portal.Frame;
using Phase1.ServiceDefaults;

namespace Phase1.Portal.SignIn;

/// <summary>Makes the first person, which uses the link up, and signs the person in.</summary>
static class CreateFirstPersonEndpoint
{
    internal static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/setup", HandleAsync).ForNewSession();

    static async Task<IResult> HandleAsync(
        HttpContext http,
        FirstPerson first,
        OneTimeLinks links,
        Accounts accounts,
        AuditTrail audit,
        UnitOfWork work,
        PageContext page,
        TimeProvider clock,
        CancellationToken cancellationToken
    )
    {
        var form = await PageForm.ReadAsync(http);
        await work.BeginAsync(cancellationToken);
        if (!await first.IsMissingAsync(cancellationToken))
        {
            return Pages.Go("/");
        }
        // First: of two requests with one link the second waits here, and then finds it used.
        if (!await links.UseAsync(LinkPurpose.Setup, form.Text("t"), cancellationToken))
        {
            return Pages.Show<NoSetupPage>(true, StatusCodes.Status422UnprocessableEntity);
        }
        var account = new Account
        {
            Id = Guid.CreateVersion7(clock.GetUtcNow()).ToString(),
            UserName = form.Text("login"),
            DisplayName = form.Text("name"),
            Roles = [Phase1Roles.SchoolAdmin, .. SetupForm.Roles.Where(role => form.Text(role).Length > 0)],
            TimeZone = Zones.KnownOrNull(form.Text("zone")),
            CreatedAt = clock.GetUtcNow(),
        };
        var state = await CheckAsync(form, account, accounts, page);
        if (state.IsWrong)
        {
            // Nothing is committed, so the link still works.
            return Pages.Show<SetupPage>(state, StatusCodes.Status422UnprocessableEntity);
        }
        audit.Add(AuditAct.AccountCreated, null, account.Id);
        await work.CommitAsync(cancellationToken);
        await SessionTickets.SignInAsync(http, account);
        return Pages.Go(Pages.StartOf(account.Roles));
    }

    static async Task<FormState> CheckAsync(PageForm form, Account account, Accounts accounts, PageContext page)
    {
        var state = form.State(["t", "name", "login", .. SetupForm.Roles]);
        if (account.DisplayName.Length is 0 or > 255)
        {
            state.Wrong("name", page.Words.NameMissing);
        }
        if (account.UserName!.Length is < 3 or > 100)
        {
            state.Wrong("login", page.Words.LoginLength);
        }
        if (state.IsWrong)
        {
            return state;
        }
        var made = await accounts.CreateAsync(account, form.Whole("password"));
        foreach (var error in made.Errors)
        {
            state.Wrong(FieldOf(error), page.Words.AccountFault(error.Code));
        }
        return state;
    }

    static string FieldOf(IdentityError error) => error.Code.StartsWith("Password", StringComparison.Ordinal) ? "password" : "login";
}
