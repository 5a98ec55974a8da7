using Phase1.Portal.Frame;

namespace Phase1.Portal.School;

/// <summary>Everybody who may sign in, or might.</summary>
static class ListPeopleEndpoint
{
    internal static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/school/people", HandleAsync).ForSchoolAdmin();

    static async Task<IResult> HandleAsync(People people, PortalOptions options, CancellationToken cancellationToken) =>
        Pages.Show<PeoplePage>(new PeopleView(await people.ListAsync(cancellationToken), options.HasEmbeddedAccounts));
}

/// <summary>What the list shows.</summary>
/// <param name="People">By name.</param>
/// <param name="CanInvite">Whether the Portal itself says who may sign in.</param>
public sealed record PeopleView(IReadOnlyList<PersonEntry> People, bool CanInvite);
