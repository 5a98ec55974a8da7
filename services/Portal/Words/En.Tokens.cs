using Phase1.Portal.SignIn;
using Phase1.Portal.Tokens;

namespace Phase1.Portal.Words;

sealed partial class En
{
    public string Tokens => "Tokens for programs";
    public string TokensMeaning => "With a token a program does in your name what you can do. Treat it like a password.";
    public string TokenShownOnce => "This is the token. Copy it now: it is never shown again.";
    public string NoTokens => "No tokens yet.";
    public string NoTokenRoles => "Programs can do nothing with the roles that you have.";
    public string NewToken => "New token";
    public string TokenName => "Name of the token";
    public string TokenNameHint => "For yourself: which program, on which machine.";
    public string TokenNameMissing => $"A token has a name of 1 to {TokenRules.LongestName} characters.";
    public string TokenLifetime => "Works for";
    public string TooManyTokens => $"You have {TokenRules.MostAPerson} tokens, and a person may have no more. Revoke one first.";
    public string MakeToken => "Make it";
    public string RevokeToken => "Revoke";

    public string DayCount(int days) => days == 1 ? "1 day" : $"{days} days";

    public string RoleOrRight(string name) => PersonRoles.Rights.Contains(name) ? RightName(name) : RoleName(name);

    public string TokenUntil(string until, string? lastUsed) =>
        lastUsed is null ? $"until {until}, never used" : $"until {until}, last used {lastUsed}";
}
