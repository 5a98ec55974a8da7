using Phase1.Portal.Frame;

namespace Phase1.Portal.SignIn;

/// <summary>Asks for login and password, or leads to the school's own sign-in.</summary>
static class GetSignInEndpoint
{
    internal static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/sign-in", HandleAsync).ForEverybody();

    static async Task<IResult> HandleAsync(
        [Microsoft.AspNetCore.Mvc.FromQuery(Name = "return")] string? path,
        bool? away,
        HttpContext http,
        FirstPerson first,
        PortalOptions options,
        PageContext page,
        CancellationToken cancellationToken
    )
    {
        if (http.Features.Get<Person>() is { } person)
        {
            return Pages.Go(Pages.StartOf(person.Roles));
        }
        if (await first.IsMissingAsync(cancellationToken))
        {
            return Pages.Go("/setup");
        }
        var form = new FormState();
        form.Values["return"] = Pages.Local(path);
        if (away is true)
        {
            form.Wrong("", page.Words.ProviderDoesNotAnswer);
        }
        return Pages.Show<SignInPage>(SignInView.Of(form, options, page.Words));
    }
}
