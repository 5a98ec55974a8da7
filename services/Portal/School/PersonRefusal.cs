using Phase1.Portal.Frame;

namespace Phase1.Portal.School;

/// <summary>Says on a person's page why a change was refused.</summary>
static class PersonRefusal
{
    internal static async Task<IResult> ShowAsync(
        PersonFault fault,
        string userId,
        People people,
        PageContext page,
        CancellationToken cancellationToken
    )
    {
        var entry = await people.FindAsync(userId, cancellationToken);
        return Pages.Show<PersonPage>(
            new PersonView(entry, PersonForm.Of(entry), null, page.Words.PersonFault(fault)),
            StatusCodes.Status409Conflict
        );
    }
}
