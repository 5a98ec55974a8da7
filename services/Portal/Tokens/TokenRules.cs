using Phase1.Portal.SignIn;
using Phase1.ServiceDefaults;

namespace Phase1.Portal.Tokens;

/// <summary>What a token may be.</summary>
static class TokenRules
{
    /// <summary>How every token begins, so that scanners for leaked secrets recognise it.</summary>
    internal const string Prefix = "ph1_";

    internal const int LongestName = 100;

    internal const int MostAPerson = 10;

    /// <summary>The days for which a token may be made.</summary>
    internal static IReadOnlyList<int> Lifetimes { get; } = [30, 90, 365];

    // Those that have routes for programs; a teacher's is the first one's.
    static readonly string[] Useful =
    [
        Phase1Roles.Teacher,
        Phase1Roles.Operator,
        Phase1Roles.OperatorBody,
        Phase1Roles.SchoolAdmin,
        Phase1Roles.PrivacyOfficer,
    ];

    /// <summary>The roles and rights that a person may give to a token: own ones.</summary>
    internal static string[] RolesFor(Person person) => [.. Useful.Intersect(person.Roles)];
}
