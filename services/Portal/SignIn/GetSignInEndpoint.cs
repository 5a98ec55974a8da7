using Phase1.Portal.Frame;

namespace Phase1.Portal.SignIn;

/// <summary>Asks for login and password.</summary>
static class GetSignInEndpoint
{
    internal static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/sign-in", HandleAsync).ForEverybody();

    static async Task<IResult> HandleAsync(
        [Microsoft.AspNetCore.Mvc.FromQuery(Name = "return")] string? path,
        HttpContext http,
        FirstPerson first,
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
        return Pages.Show<SignInPage>(form);
    }
}
