using Phase1.Portal.School;

namespace Phase1.Portal.Words;

/// <summary>Texts of school administrators.</summary>
interface ISchoolWords
{
    string People { get; }
    string Person { get; }
    string InvitePerson { get; }
    string InviteMeaning { get; }
    string InvitedAs { get; }
    string MakeInvitation { get; }
    string NewPasswordLink { get; }
    string LinkForPerson { get; }
    string ToThePerson { get; }
    string Roles { get; }
    string RoleMissing { get; }
    string RightsHint { get; }
    string LastSignIn { get; }
    string OfProvider { get; }
    string RolesOfProvider { get; }
    string Access { get; }
    string Disable { get; }
    string DisableMeaning { get; }
    string Enable { get; }
    string DevelopmentOnly { get; }

    string SignInAs(string userId);

    string RightName(string right);

    string LinkShownOnce(int hours);

    string PersonState(PersonEntry person);

    string PersonFault(PersonFault fault);
}
