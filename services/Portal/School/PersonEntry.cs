using System.Linq.Expressions;
using Phase1.Portal.SignIn;

namespace Phase1.Portal.School;

/// <summary>A person, as administrators see one.</summary>
/// <param name="UserId">Who.</param>
/// <param name="DisplayName">As the person is greeted.</param>
/// <param name="Login">Null for somebody who has no password here.</param>
/// <param name="Roles">What the person is.</param>
/// <param name="IsEmbedded">Whether the Portal itself keeps password and roles.</param>
/// <param name="HasPassword">False until an invitation has been taken up.</param>
/// <param name="IsDisabled">Whether the person may no longer sign in.</param>
/// <param name="LastSignInAt">Null before the first time.</param>
public sealed record PersonEntry(
    string UserId,
    string DisplayName,
    string? Login,
    string[] Roles,
    bool IsEmbedded,
    bool HasPassword,
    bool IsDisabled,
    DateTimeOffset? LastSignInAt
)
{
    internal static Expression<Func<Account, PersonEntry>> Of { get; } =
        account =>
            new(
                account.Id,
                account.DisplayName,
                account.UserName,
                account.Roles,
                account.Source == AccountSource.Embedded,
                account.PasswordHash != null,
                account.DisabledAt != null,
                account.LastSignInAt
            );

    /// <summary>By what the person is known here; null for somebody whom the school's provider vouches for.</summary>
    internal string? KnownAs => Login ?? (IsEmbedded ? UserId : null);

    internal string Path => PathOf(UserId);

    internal static string PathOf(string userId) => $"/school/people/{Uri.EscapeDataString(userId)}";
}
