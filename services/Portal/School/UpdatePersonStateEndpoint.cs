using Phase1.Portal.Frame;
using Phase1.Portal.SignIn;
using Phase1.ServiceDefaults;

namespace Phase1.Portal.School;

/// <summary>Disables a person, or allows signing in again.</summary>
static class UpdatePersonStateEndpoint
{
    internal static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/school/people/{userId}/state", HandleAsync).ForSchoolAdmin();

    static async Task<IResult> HandleAsync(
        string userId,
        HttpContext http,
        Person person,
        People people,
        PageContext page,
        CancellationToken cancellationToken
    )
    {
        var form = await PageForm.ReadAsync(http);
        switch (form.Text("state"))
        {
            case "enabled":
                await people.EnableAsync(person, userId, cancellationToken);
                break;
            case "disabled" when await people.DisableAsync(person, userId, cancellationToken) is { } fault:
                return await PersonRefusal.ShowAsync(fault, userId, people, page, cancellationToken);
            case "disabled":
                break;
            default:
                throw ProblemException.Validation("state", "A person is enabled or disabled.");
        }
        return Pages.Go($"{PersonEntry.PathOf(userId)}?saved=true");
    }
}
