using Phase1.Portal.Frame;

namespace Phase1.Portal.Me;

/// <summary>Says that a person is still there: a use of the session, like every page that is asked for.</summary>
static class KeepSessionEndpoint
{
    internal static void Map(IEndpointRouteBuilder routes) =>
        routes.MapPost(GetSessionEndpoint.Path, GetSessionEndpoint.Handle).ForPersons();
}
