using Phase1.Events;

namespace Phase1.Portal.SignIn;

/// <summary>Who has signed in, as the session's row and the account say now.</summary>
/// <param name="UserId">Who.</param>
/// <param name="OrgId">The organisation, if any.</param>
/// <param name="DisplayName">As the person is greeted.</param>
/// <param name="Roles">All roles; a page works with one of them.</param>
/// <param name="Language">Null where the person has chosen none.</param>
/// <param name="TimeZone">Null where the person has chosen none.</param>
/// <param name="KeysOn">Whether single keys act on the review board.</param>
/// <param name="HasPassword">Whether the Portal keeps one for this person.</param>
/// <param name="Session">The session's id, as it is stored.</param>
/// <param name="Until">When the session ends if it is not used.</param>
sealed record Person(
    string UserId,
    string? OrgId,
    string DisplayName,
    string[] Roles,
    Language? Language,
    string? TimeZone,
    bool KeysOn,
    bool HasPassword,
    SecretHash Session,
    DateTimeOffset Until
)
{
    /// <summary>Of a request behind a page that asks for a person.</summary>
    public static ValueTask<Person?> BindAsync(HttpContext context) => ValueTask.FromResult(context.Features.Get<Person>());
}
