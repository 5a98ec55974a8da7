using Phase1.Portal.Neighbours;
using Phase1.Portal.SignIn;
using Phase1.Portal.Words;
using Phase1.ServiceDefaults;

namespace Phase1.Portal.Frame;

/// <summary>Where a person can go.</summary>
static class Navigation
{
    internal static IEnumerable<(string Path, string Title)> Of(Person person, IWords say, Installed installed) =>
        All(say, installed).Where(page => person.Roles.Contains(page.Role)).Select(page => (page.Path, page.Title));

    static (string Role, string Path, string Title)[] All(IWords say, Installed installed) =>
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
            .. installed.HasTickets ? new[] { (Phase1Roles.Operator, "/ops/tickets", say.Tickets) } : [],
            .. installed.HasModels ? new[] { (Phase1Roles.Operator, "/ops/models", say.Providers) } : [],
            (Phase1Roles.SchoolAdmin, "/school/people", say.People),
            (Phase1Roles.SchoolAdmin, "/school/rules", say.Rules),
            .. installed.HasModels ? new[] { (Phase1Roles.SchoolAdmin, "/school/models", say.Models) } : [],
            .. installed.HasTickets ? new[] { (Phase1Roles.PrivacyOfficer, "/privacy/requests", say.DataRequests) } : [],
            (Phase1Roles.PrivacyOfficer, "/privacy", say.WhereDataLies),
            (Phase1Roles.PrivacyOfficer, "/privacy/access", say.Accesses),
        ];
}
