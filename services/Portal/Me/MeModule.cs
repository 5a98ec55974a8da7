namespace Phase1.Portal.Me;

/// <summary>A person's own settings.</summary>
static class MeModule
{
    internal static void MapEndpoints(IEndpointRouteBuilder routes)
    {
        GetMeEndpoint.Map(routes);
        UpdateMeEndpoint.Map(routes);
        UpdateLanguageEndpoint.Map(routes);
        UpdateKeysEndpoint.Map(routes);
        UpdateOwnZoneEndpoint.Map(routes);
        UpdatePasswordEndpoint.Map(routes);
        DeleteOwnSessionEndpoint.Map(routes);
        GetSessionEndpoint.Map(routes);
        KeepSessionEndpoint.Map(routes);
    }
}
