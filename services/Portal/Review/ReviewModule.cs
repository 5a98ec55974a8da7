namespace Phase1.Portal.Review;

/// <summary>Where a teacher decides who wrote which essay.</summary>
static class ReviewModule
{
    internal static void AddServices(IServiceCollection services)
    {
        services.AddScoped<BoardReader>();
        services.AddScoped<EvidenceReader>();
    }

    internal static void MapEndpoints(IEndpointRouteBuilder routes)
    {
        GetReviewEndpoint.Map(routes);
        ListRowsEndpoint.Map(routes);
        DecideEssaysEndpoint.Map(routes);
        GetEssayReviewEndpoint.Map(routes);
        GetEvidenceEndpoint.Map(routes);
        DecideEssayEndpoint.Map(routes);
        CorrectEssayEndpoint.Map(routes);
        GetCertainEndpoint.Map(routes);
        ConfirmCertainEndpoint.Map(routes);
        GetEssayEndpoint.Map(routes);
    }
}
