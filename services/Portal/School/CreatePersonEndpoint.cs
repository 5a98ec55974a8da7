using Phase1.Portal.Frame;
using Phase1.Portal.SignIn;

namespace Phase1.Portal.School;

/// <summary>Invites a person: the answer shows, once, the link by which the person sets a password.</summary>
static class CreatePersonEndpoint
{
    internal static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/school/people", HandleAsync).ForSchoolAdmin();

    static async Task<IResult> HandleAsync(
        HttpContext http,
        Person person,
        People people,
        PortalOptions options,
        OwnOrigin own,
        PageContext page,
        TimeProvider clock,
        CancellationToken cancellationToken
    )
    {
        GetNewPersonEndpoint.Check(options);
        var form = await PageForm.ReadAsync(http);
        var state = PersonForm.Check(form, page.Words);
        if (form.Text("login").Length is < 3 or > 100)
        {
            state.Wrong("login", page.Words.LoginLength);
        }
        if (state.IsWrong)
        {
            return Pages.Show<NewPersonPage>(state, StatusCodes.Status422UnprocessableEntity);
        }
        var account = new Account
        {
            Id = Guid.CreateVersion7(clock.GetUtcNow()).ToString(),
            UserName = form.Text("login"),
            DisplayName = form.Text("name"),
            Roles = PersonForm.Roles(form),
            CreatedAt = clock.GetUtcNow(),
        };
        var (errors, secret) = await people.InviteAsync(person, account, cancellationToken);
        foreach (var error in errors)
        {
            state.Wrong("login", page.Words.AccountFault(error.Code));
        }
        return state.IsWrong
            ? Pages.Show<NewPersonPage>(state, StatusCodes.Status422UnprocessableEntity)
            : Pages.Show<PersonLinkPage>(PersonLinkView.Of(LinkPurpose.Invite, secret, account.Id, own, http.Request));
    }
}
