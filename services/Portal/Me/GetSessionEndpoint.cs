using Phase1.Portal.Frame;
using Phase1.Portal.SignIn;
using Phase1.ServiceDefaults;

namespace Phase1.Portal.Me;

/// <summary>Tells an open page how long its session goes on, and the token of the forms of whoever has signed in meanwhile. To ask is no use of it.</summary>
static class GetSessionEndpoint
{
    internal const string Path = "/me/session";

    internal static void Map(IEndpointRouteBuilder routes) => routes.MapGet(Path, Handle).ForPersons().AsksByItself();

    internal static IResult Handle(Person person, PageContext page) =>
        Results.Json(new SessionState(person.UserId, person.Until, page.Token), Phase1Json.Options);

    internal sealed record SessionState(string User, DateTimeOffset Until, string Token);
}
