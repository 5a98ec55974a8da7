using Phase1.Portal.Frame;

namespace Phase1.Portal.SignIn;

/// <summary>Says that the session has ended.</summary>
static class GetSignedOutEndpoint
{
    internal static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/signed-out", Handle).ForEverybody();

    static IResult Handle() => Pages.Show<SignedOutPage>();
}
