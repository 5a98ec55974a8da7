using Phase1.Portal.SignIn;
using Phase1.Portal.Tokens;

namespace Phase1.Portal.Words;

sealed partial class Sv
{
    public string Tokens => "Nycklar för program";
    public string TokensMeaning => "Med en nyckel gör ett program i ditt namn det som du kan göra. Behandla den som ett lösenord.";
    public string TokenShownOnce => "Här är nyckeln. Kopiera den nu: den visas aldrig igen.";
    public string NoTokens => "Inga nycklar ännu.";
    public string NoTokenRoles => "Program kan inte göra något med de roller som du har.";
    public string NewToken => "Ny nyckel";
    public string TokenName => "Nyckelns namn";
    public string TokenNameHint => "För dig själv: vilket program, på vilken dator.";
    public string TokenNameMissing => $"En nyckel har ett namn på 1 till {TokenRules.LongestName} tecken.";
    public string TokenLifetime => "Gäller i";
    public string TooManyTokens => $"Du har {TokenRules.MostAPerson} nycklar, och fler får ingen ha. Återkalla en först.";
    public string MakeToken => "Skapa den";
    public string RevokeToken => "Återkalla";

    public string DayCount(int days) => days == 1 ? "1 dag" : $"{days} dagar";

    public string RoleOrRight(string name) => PersonRoles.Rights.Contains(name) ? RightName(name) : RoleName(name);

    public string TokenUntil(string until, string? lastUsed) =>
        lastUsed is null ? $"till {until}, aldrig använd" : $"till {until}, senast använd {lastUsed}";
}
