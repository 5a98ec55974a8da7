using Phase1.Portal.SignIn;
using Phase1.ServiceDefaults;

namespace Phase1.Portal.Words;

sealed partial class En
{
    public string SignIn => "Sign in";
    public string SignOut => "Sign out";
    public string SignedOut => "You have signed out";
    public string SignInAgain => "Sign in again";
    public string SignedOutSoon => "You will be signed out soon";
    public string SignedOutIn => "Nothing has been done here for a while. You are signed out in";
    public string StaySignedIn => "Stay signed in";
    public string SessionOver => "Your session is over";
    public string SessionOverMeaning =>
        "What you have typed and decided is still here. Sign in again in another tab; then this page goes on by itself.";
    public string UnsentAtSignOut => "They stay in this browser and are offered to you when you sign in here again.";
    public string SignOutAnyway => "Sign out all the same";
    public string SignInRefused => "Login or password is wrong, or there were too many attempts. After ten, wait a quarter of an hour.";
    public string Login => "Login";
    public string LoginHint => "For example your e-mail address.";
    public string LoginLength => "The login has 3 to 100 characters.";
    public string Password => "Password";
    public string NewPassword => "New password";
    public string OldPassword => "Present password";
    public string OldPasswordWrong => "The present password is wrong.";
    public string PasswordHint => "At least 12 characters. A few words that do not belong together are good.";
    public string PasswordChanged => "The password is changed; your other sessions have ended.";
    public string LostPassword => "Lost your password? Whoever runs Phase1 at your school makes a link for a new one.";
    public string Welcome => "Welcome to Phase1";
    public string LinkOver => "This link has been used, or is too old.";
    public string HowToSetUp => "Nobody can sign in yet. Whoever installed Phase1 makes a link for the first person, by one of these:";
    public string SetupIntroduction => "You are the first person here. Others can be added later.";
    public string DisplayName => "Your name";
    public string NameMissing => "A name has 1 to 255 characters.";
    public string RolesOfFirst => "What you do here";
    public string Begin => "Begin";
    public string Me => "My settings";
    public string TimeZone => "Time zone";
    public string ZoneUnknown => "There is no such time zone.";
    public string ZoneHere => "Your computer's time zone is";
    public string ZoneTake => "Show times in it";
    public string Sessions => "Where you are signed in";
    public string ThisSession => "this one";
    public string EndSession => "End it";

    public string SessionSince(string since, string lastUsed) => $"since {since}, last used {lastUsed}";

    public string RoleName(string role) =>
        role switch
        {
            Phase1Roles.Teacher => "Teacher",
            Phase1Roles.SchoolAdmin => "School administrator",
            Phase1Roles.PrivacyOfficer => "Privacy officer",
            _ => "Operator",
        };

    public string RoleMeaning(string role) =>
        role switch
        {
            Phase1Roles.Teacher => "own classes, batches and decisions",
            Phase1Roles.SchoolAdmin => "who may sign in; sees no student",
            Phase1Roles.PrivacyOfficer => "where data lies and who has read it",
            _ => "whether everything runs; sees no name and no text",
        };

    public string AccountFault(string code) =>
        code switch
        {
            PasswordRules.TooShort => $"The password needs at least {PasswordRules.Shortest} characters.",
            PasswordRules.TooLong => $"The password has at most {PasswordRules.Longest} characters.",
            PasswordRules.IsLogin => "The password must not be the login.",
            PasswordRules.IsFrequent => "Many people use this password, so it would be guessed. Choose another.",
            "DuplicateUserName" => "Somebody has this login.",
            _ => "This cannot be used.",
        };

    public string ZoneKeep(string zone) => $"Keep {zone}";
}
