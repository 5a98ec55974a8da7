using Phase1.Portal.School;
using Phase1.ServiceDefaults;

namespace Phase1.Portal.Words;

sealed partial class Sv
{
    public string People => "Personer";
    public string Person => "Person";
    public string InvitePerson => "Bjud in någon";
    public string InviteMeaning => "Du får en länk som du lämnar över. Med den väljer personen ett lösenord och loggar in.";
    public string InvitedAs => "Välj ett lösenord. Sedan loggar du in som";
    public string MakeInvitation => "Gör en inbjudan";
    public string NewPasswordLink => "Gör en länk för ett nytt lösenord";
    public string LinkForPerson => "Lämna över den här länken";
    public string ToThePerson => "Tillbaka till personen";
    public string Roles => "Roller";
    public string RoleMissing => "Välj minst en roll.";
    public string RightsHint => "En driftansvarig får dessutom:";
    public string LastSignIn => "Senast inloggad";
    public string OfProvider => "genom skolans inloggning";
    public string RolesOfProvider => "Skolans inloggning säger vilka roller personen har. Här kan du bara stänga av personen.";
    public string Access => "Tillträde";
    public string Disable => "Stäng av";
    public string DisableMeaning =>
        "Den som stängs av loggas genast ut överallt, nycklar och länkar upphör, och klasser och buntar blir kvar som de är.";
    public string Enable => "Släpp in igen";
    public string DevelopmentOnly => "Länken fungerar bara i utvecklingsmiljön.";

    public string SignInAs(string userId) => $"Logga in som {userId}";

    public string RightName(string right) =>
        right == Phase1Roles.OperatorBody
            ? "öppna innehållet i en misslyckad post, vilket antecknas"
            : "se namnen i en bunt under en halvtimme, vilket antecknas och meddelas läraren";

    public string LinkShownOnce(int hours) => $"Den fungerar en gång, inom {hours} timmar, och visas bara här och nu. Inget brev skickas.";

    public string PersonState(PersonEntry person) =>
        person.IsDisabled ? "avstängd"
        : person.IsEmbedded && !person.HasPassword ? "inbjuden"
        : "får logga in";

    public string PersonFault(PersonFault fault) =>
        fault switch
        {
            School.PersonFault.OwnRole => "Ingen tar ifrån sig själv rätten att sköta personer; en annan administratör kan göra det.",
            School.PersonFault.LastAdmin => "Det här är den sista som kan sköta personer. Ge någon annan rollen först.",
            School.PersonFault.RolesOfProvider => RolesOfProvider,
            _ => "Personen har inget lösenord här, eller är avstängd.",
        };
}
