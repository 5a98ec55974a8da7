using Phase1.Portal.SignIn;
using Phase1.Portal.Words;
using Phase1.ServiceDefaults;

namespace Phase1.Portal.Frame;

/// <summary>Where a person can go.</summary>
static class Navigation
{
    internal static IEnumerable<(string Path, string Title)> Of(Person person, IWords say) =>
        [.. OfTeacher(person, say), .. OfOperator(person, say)];

    static IEnumerable<(string, string)> OfTeacher(Person person, IWords say) =>
        person.Roles.Contains(Phase1Roles.Teacher)
            ? [("/", say.Overview), ("/batches", say.Batches), ("/classes", say.Classes), ("/notifications", say.Notifications)]
            : [];

    static IEnumerable<(string, string)> OfOperator(Person person, IWords say) =>
        person.Roles.Contains(Phase1Roles.Operator)
            ?
            [
                ("/ops", say.Health),
                ("/ops/batches", say.AllTeachersBatches),
                ("/ops/dead-letters", say.DeadLetters),
                ("/ops/held", say.HeldKeys),
                ("/ops/services", say.Services),
            ]
            : [];
}
