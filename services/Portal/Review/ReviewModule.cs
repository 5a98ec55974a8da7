namespace Phase1.Portal.Review;

/// <summary>Where a teacher decides who wrote which essay.</summary>
static class ReviewModule
{
    internal static void MapEndpoints(IEndpointRouteBuilder routes)
    {
        GetReviewEndpoint.Map(routes);
        DecideEssayEndpoint.Map(routes);
        CorrectEssayEndpoint.Map(routes);
        GetCertainEndpoint.Map(routes);
        ConfirmCertainEndpoint.Map(routes);
        GetEssayEndpoint.Map(routes);
    }
}
