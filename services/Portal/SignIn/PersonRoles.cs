using Phase1.ServiceDefaults;

namespace Phase1.Portal.SignIn;

/// <summary>What a person may be.</summary>
static class PersonRoles
{
    /// <summary>The roles, in the order in which they are shown.</summary>
    internal static IReadOnlyList<string> All { get; } =
    [Phase1Roles.Teacher, Phase1Roles.SchoolAdmin, Phase1Roles.PrivacyOfficer, Phase1Roles.Operator];

    /// <summary>What an operator may hold beside the role.</summary>
    internal static IReadOnlyList<string> Rights { get; } = [Phase1Roles.OperatorBody, Phase1Roles.OperatorNames];

    /// <summary>Those of a list that are roles or rights, in the order in which they are shown; rights are an operator's alone.</summary>
    internal static string[] Of(Func<string, bool> isGiven) =>
        [.. All.Where(isGiven), .. Rights.Where(right => isGiven(Phase1Roles.Operator) && isGiven(right))];
}
