using Phase1.Portal.School;
using Phase1.ServiceDefaults;

namespace Phase1.Portal.Words;

sealed partial class En
{
    public string People => "People";
    public string Person => "Person";
    public string InvitePerson => "Invite somebody";
    public string InviteMeaning => "You get a link that you hand over. By it the person sets a password and signs in.";
    public string InvitedAs => "Choose a password. From then on you sign in as";
    public string MakeInvitation => "Make an invitation";
    public string NewPasswordLink => "Make a link for a new password";
    public string LinkForPerson => "Hand over this link";
    public string ToThePerson => "Back to the person";
    public string Roles => "Roles";
    public string RoleMissing => "Choose at least one role.";
    public string RightsHint => "An operator may in addition:";
    public string LastSignIn => "Last signed in";
    public string OfProvider => "by the school's sign-in";
    public string RolesOfProvider => "The school's sign-in says which roles this person has. Here you can only disable the person.";
    public string Access => "Access";
    public string Disable => "Disable";
    public string DisableMeaning =>
        "Whoever is disabled is signed out at once everywhere, tokens and links end, and classes and batches stay as they are.";
    public string Enable => "Enable again";
    public string DevelopmentOnly => "This link works in the Development environment alone.";

    public string SignInAs(string userId) => $"Sign in as {userId}";

    public string RightName(string right) =>
        right == Phase1Roles.OperatorBody
            ? "open the content of a failed record, which is recorded"
            : "see the names of one batch for half an hour, which is recorded and told to its teacher";

    public string LinkShownOnce(int hours) => $"It works once, within {hours} hours, and is shown here once only. No mail is sent.";

    public string PersonState(PersonEntry person) =>
        person.IsDisabled ? "disabled"
        : person.IsEmbedded && !person.HasPassword ? "invited"
        : "may sign in";

    public string PersonFault(PersonFault fault) =>
        fault switch
        {
            School.PersonFault.OwnRole => "Nobody takes the administration of people from themselves; another administrator can.",
            School.PersonFault.LastAdmin => "This is the last person who can administer people. Give somebody else the role first.",
            School.PersonFault.RolesOfProvider => RolesOfProvider,
            _ => "This person has no password here, or is disabled.",
        };
}
