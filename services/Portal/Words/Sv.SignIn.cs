using Phase1.Portal.SignIn;
using Phase1.ServiceDefaults;

namespace Phase1.Portal.Words;

sealed partial class Sv
{
    public string SignIn => "Logga in";
    public string SignOut => "Logga ut";
    public string SignedOut => "Du har loggat ut";
    public string SignInAgain => "Logga in igen";
    public string SignedOutSoon => "Du loggas snart ut";
    public string SignedOutIn => "Ingenting har gjorts här på ett tag. Du loggas ut om";
    public string StaySignedIn => "Fortsätt vara inloggad";
    public string SessionOver => "Du är utloggad";
    public string SessionOverMeaning =>
        "Det du har skrivit och beslutat finns kvar här. Logga in igen i en annan flik, så fortsätter den här sidan av sig själv.";
    public string UnsentAtSignOut => "De ligger kvar i den här webbläsaren och erbjuds dig när du loggar in här igen.";
    public string SignOutAnyway => "Logga ut ändå";
    public string SignInRefused =>
        "Användarnamnet eller lösenordet är fel, eller så var det för många försök. Vänta en kvart efter tio försök.";
    public string Login => "Användarnamn";
    public string LoginHint => "Till exempel din e-postadress.";
    public string LoginLength => "Användarnamnet har 3 till 100 tecken.";
    public string Password => "Lösenord";
    public string NewPassword => "Nytt lösenord";
    public string OldPassword => "Nuvarande lösenord";
    public string OldPasswordWrong => "Det nuvarande lösenordet är fel.";
    public string PasswordHint => "Minst 12 tecken. Några ord som inte hör ihop är bra.";
    public string PasswordChanged => "Lösenordet är bytt; dina andra sessioner är avslutade.";
    public string LostPassword => "Glömt lösenordet? Den som sköter Phase1 på din skola gör en länk för ett nytt.";
    public string Welcome => "Välkommen till Phase1";
    public string LinkOver => "Länken är redan använd eller för gammal.";
    public string HowToSetUp =>
        "Ingen kan logga in ännu. Den som har installerat Phase1 gör en länk för den första personen, med ett av dessa:";
    public string SetupIntroduction => "Du är den första här. Andra kan läggas till senare.";
    public string DisplayName => "Ditt namn";
    public string NameMissing => "Ett namn har 1 till 255 tecken.";
    public string RolesOfFirst => "Vad du gör här";
    public string Begin => "Börja";
    public string Me => "Mina inställningar";
    public string TimeZone => "Tidszon";
    public string ZoneUnknown => "Tidszonen finns inte.";
    public string ZoneHere => "Datorns tidszon är";
    public string ZoneTake => "Visa tider i den";
    public string Sessions => "Var du är inloggad";
    public string ThisSession => "den här";
    public string EndSession => "Avsluta";

    public string SessionSince(string since, string lastUsed) => $"sedan {since}, senast använd {lastUsed}";

    public string RoleName(string role) =>
        role switch
        {
            Phase1Roles.Teacher => "Lärare",
            Phase1Roles.SchoolAdmin => "Skoladministratör",
            Phase1Roles.PrivacyOfficer => "Dataskyddsombud",
            _ => "Driftansvarig",
        };

    public string RoleMeaning(string role) =>
        role switch
        {
            Phase1Roles.Teacher => "egna klasser, buntar och beslut",
            Phase1Roles.SchoolAdmin => "vilka som får logga in; ser ingen elev",
            Phase1Roles.PrivacyOfficer => "var uppgifter finns och vem som har läst dem",
            _ => "att allt fungerar; ser inga namn och inga texter",
        };

    public string AccountFault(string code) =>
        code switch
        {
            PasswordRules.TooShort => $"Lösenordet behöver minst {PasswordRules.Shortest} tecken.",
            PasswordRules.TooLong => $"Lösenordet har högst {PasswordRules.Longest} tecken.",
            PasswordRules.IsLogin => "Lösenordet får inte vara användarnamnet.",
            PasswordRules.IsFrequent => "Många använder det här lösenordet, så det skulle gissas. Välj ett annat.",
            "DuplicateUserName" => "Någon annan har det här användarnamnet.",
            _ => "Det här kan inte användas.",
        };

    public string ZoneKeep(string zone) => $"Behåll {zone}";
}
