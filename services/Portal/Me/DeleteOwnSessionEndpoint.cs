using Phase1.Portal.Frame;
using Phase1.Portal.SignIn;

namespace Phase1.Portal.Me;

/// <summary>Ends one of the person's sessions: a browser that was left signed in.</summary>
static class DeleteOwnSessionEndpoint
{
    internal static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/me/sessions/end", HandleAsync).ForPersons();

    static async Task<IResult> HandleAsync(HttpContext http, Person person, Sessions sessions, CancellationToken cancellationToken)
    {
        var form = await PageForm.ReadAsync(http);
        await sessions.EndAsync(person, form.Text("session"), cancellationToken);
        return Pages.Go("/me");
    }
}
