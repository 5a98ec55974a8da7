namespace Phase1.Portal.Words;

/// <summary>Texts about the tokens of programs.</summary>
interface ITokenWords
{
    string Tokens { get; }
    string TokensMeaning { get; }
    string TokenShownOnce { get; }
    string NoTokens { get; }
    string NoTokenRoles { get; }
    string NewToken { get; }
    string TokenName { get; }
    string TokenNameHint { get; }
    string TokenNameMissing { get; }
    string TokenLifetime { get; }
    string TooManyTokens { get; }
    string MakeToken { get; }
    string RevokeToken { get; }

    string DayCount(int days);

    string RoleOrRight(string name);

    /// <param name="until">A day.</param>
    /// <param name="lastUsed">A day; null before the first time.</param>
    string TokenUntil(string until, string? lastUsed);
}
