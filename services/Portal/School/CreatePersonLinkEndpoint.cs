using Phase1.Portal.Frame;
using Phase1.Portal.SignIn;

namespace Phase1.Portal.School;

/// <summary>Makes a link by which a person sets a password, and shows it once.</summary>
static class CreatePersonLinkEndpoint
{
    internal static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/school/people/{userId}/link", HandleAsync).ForSchoolAdmin();

    static async Task<IResult> HandleAsync(
        string userId,
        HttpContext http,
        Person person,
        People people,
        OwnOrigin own,
        PageContext page,
        CancellationToken cancellationToken
    )
    {
        var (fault, purpose, secret) = await people.LinkAsync(person, userId, cancellationToken);
        return fault is { } refused
            ? await PersonRefusal.ShowAsync(refused, userId, people, page, cancellationToken)
            : Pages.Show<PersonLinkPage>(PersonLinkView.Of(purpose, secret, userId, own, http.Request));
    }
}
