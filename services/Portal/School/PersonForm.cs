using Phase1.Portal.Frame;
using Phase1.Portal.SignIn;
using Phase1.Portal.Words;

namespace Phase1.Portal.School;

/// <summary>The fields of a person's name, roles and rights.</summary>
static class PersonForm
{
    static readonly string[] Ticks = [.. PersonRoles.All, .. PersonRoles.Rights];

    internal static FormState Of(PersonEntry person)
    {
        var form = new FormState();
        form.Values["name"] = person.DisplayName;
        foreach (var tick in person.Roles)
        {
            form.Values[tick] = "on";
        }
        return form;
    }

    internal static string[] Roles(PageForm form) => PersonRoles.Of(role => form.Text(role).Length > 0);

    /// <summary>What was typed, with what is wrong with it.</summary>
    internal static FormState Check(PageForm form, IWords say)
    {
        var state = form.State(["name", "login", .. Ticks]);
        if (form.Text("name").Length is 0 or > 255)
        {
            state.Wrong("name", say.NameMissing);
        }
        if (Roles(form).Length == 0)
        {
            state.Wrong("roles", say.RoleMissing);
        }
        return state;
    }
}
