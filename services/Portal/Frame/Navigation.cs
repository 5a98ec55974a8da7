using Phase1.Portal.SignIn;
using Phase1.Portal.Words;
using Phase1.ServiceDefaults;

namespace Phase1.Portal.Frame;

/// <summary>Where a person can go.</summary>
static class Navigation
{
    internal static IEnumerable<(string Path, string Title)> Of(Person person, IWords say) =>
        person.Roles.Contains(Phase1Roles.Teacher)
            ? [("/", say.Overview), ("/batches", say.Batches), ("/classes", say.Classes), ("/notifications", say.Notifications)]
            : [];
}
