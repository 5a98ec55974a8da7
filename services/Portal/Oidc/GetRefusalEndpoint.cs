using Phase1.Events;
using Phase1.Portal.Frame;

namespace Phase1.Portal.Oidc;

/// <summary>Says why somebody was not let in, and whom to ask.</summary>
static class GetRefusalEndpoint
{
    const string Path = "/sign-in/refused";

    internal static void Map(IEndpointRouteBuilder routes) => routes.MapGet(Path, Handle).ForEverybody();

    internal static IResult Go(OidcRefusal refusal) => Pages.Go($"{Path}?reason={WireEnum.Name(refusal)}");

    static IResult Handle(string? reason, PageContext page) =>
        Pages.Show<RefusalPage>(
            page.Words.NotLetInSince(WireEnum.TryParse<OidcRefusal>(reason ?? "", out var refusal) ? refusal : OidcRefusal.Failed),
            StatusCodes.Status403Forbidden
        );
}
