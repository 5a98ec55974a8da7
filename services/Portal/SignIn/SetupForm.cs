using Phase1.Portal.Frame;
using Phase1.ServiceDefaults;

namespace Phase1.Portal.SignIn;

/// <summary>The form of the first person.</summary>
static class SetupForm
{
    /// <summary>What the first person may be beside school-admin.</summary>
    internal static IReadOnlyList<string> Roles { get; } = [Phase1Roles.Teacher, Phase1Roles.PrivacyOfficer, Phase1Roles.Operator];

    internal static FormState Empty(string token)
    {
        var form = new FormState();
        form.Values["t"] = token;
        foreach (var role in Roles)
        {
            form.Values[role] = "on";
        }
        return form;
    }
}
