using Phase1.Portal.Frame;
using Phase1.Portal.SignIn;

namespace Phase1.Portal.School;

/// <summary>Changes a person's name, roles and rights.</summary>
static class UpdatePersonEndpoint
{
    internal static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/school/people/{userId}", HandleAsync).ForSchoolAdmin();

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
        var state = PersonForm.Check(form, page.Words);
        if (state.IsWrong)
        {
            var entry = await people.FindAsync(userId, cancellationToken);
            return Pages.Show<PersonPage>(new PersonView(entry, state, null, null), StatusCodes.Status422UnprocessableEntity);
        }
        var fault = await people.ChangeAsync(person, userId, form.Text("name"), PersonForm.Roles(form), cancellationToken);
        return fault is { } refused
            ? await PersonRefusal.ShowAsync(refused, userId, people, page, cancellationToken)
            : Pages.Go($"{PersonEntry.PathOf(userId)}?saved=true");
    }
}
