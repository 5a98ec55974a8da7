using Phase1.Portal.SignIn;
using Phase1.Portal.Words;
using Phase1.ServiceDefaults;

namespace Phase1.Portal.Frame;

/// <summary>Where a person can go.</summary>
static class Navigation
{
    internal static IEnumerable<(string Path, string Title)> Of(Person person, IWords say) =>
        All(say).Where(page => person.Roles.Contains(page.Role)).Select(page => (page.Path, page.Title));

    static (string Role, string Path, string Title)[] All(IWords say) =>
        [
            (Phase1Roles.Teacher, "/", say.Overview),
            (Phase1Roles.Teacher, "/batches", say.Batches),
            (Phase1Roles.Teacher, "/classes", say.Classes),
            (Phase1Roles.Teacher, "/notifications", say.Notifications),
            (Phase1Roles.Operator, "/ops", say.Health),
            (Phase1Roles.Operator, "/ops/batches", say.AllTeachersBatches),
            (Phase1Roles.Operator, "/ops/dead-letters", say.DeadLetters),
            (Phase1Roles.Operator, "/ops/held", say.HeldKeys),
            (Phase1Roles.Operator, "/ops/services", say.Services),
            (Phase1Roles.SchoolAdmin, "/school/people", say.People),
            (Phase1Roles.SchoolAdmin, "/school/rules", say.Rules),
            (Phase1Roles.PrivacyOfficer, "/privacy", say.WhereDataLies),
            (Phase1Roles.PrivacyOfficer, "/privacy/access", say.Accesses),
        ];
}
