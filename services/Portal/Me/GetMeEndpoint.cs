using Phase1.Portal.Frame;
using Phase1.Portal.SignIn;

namespace Phase1.Portal.Me;

/// <summary>A person's own settings and sessions.</summary>
static class GetMeEndpoint
{
    internal static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/me", HandleAsync).ForPersons();

    static async Task<IResult> HandleAsync(
        bool? saved,
        Person person,
        Sessions sessions,
        PortalOptions options,
        PageContext page,
        CancellationToken cancellationToken
    ) =>
        Pages.Show<MePage>(
            await MeView.OfAsync(person, sessions, options, cancellationToken, note: saved is true ? page.Words.Saved : null)
        );
}
