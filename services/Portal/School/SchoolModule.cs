namespace Phase1.Portal.School;

/// <summary>What a school administrator does: who may sign in, and as what.</summary>
static class SchoolModule
{
    internal static void AddServices(IServiceCollection services) => services.AddScoped<People>();

    internal static void MapEndpoints(IEndpointRouteBuilder routes)
    {
        ListPeopleEndpoint.Map(routes);
        GetNewPersonEndpoint.Map(routes);
        CreatePersonEndpoint.Map(routes);
        GetPersonEndpoint.Map(routes);
        UpdatePersonEndpoint.Map(routes);
        UpdatePersonStateEndpoint.Map(routes);
        CreatePersonLinkEndpoint.Map(routes);
        GetRulesEndpoint.Map(routes);
    }
}
