using Phase1.Portal.Frame;

namespace Phase1.Portal.School;

/// <summary>One person, and what can be changed.</summary>
static class GetPersonEndpoint
{
    internal static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/school/people/{userId}", HandleAsync).ForSchoolAdmin();

    static async Task<IResult> HandleAsync(string userId, bool? saved, People people, PageContext page, CancellationToken cancellationToken)
    {
        var entry = await people.FindAsync(userId, cancellationToken);
        return Pages.Show<PersonPage>(new PersonView(entry, PersonForm.Of(entry), saved is true ? page.Words.Saved : null, null));
    }
}

/// <summary>What a person's page shows.</summary>
/// <param name="Entry">The person.</param>
/// <param name="Form">Name, roles, rights.</param>
/// <param name="Note">What has just been done.</param>
/// <param name="Refusal">Why something was not.</param>
public sealed record PersonView(PersonEntry Entry, FormState Form, string? Note, string? Refusal);
