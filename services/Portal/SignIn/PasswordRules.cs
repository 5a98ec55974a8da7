using Microsoft.AspNetCore.Identity;

namespace Phase1.Portal.SignIn;

/// <summary>Length, and nothing that an attacker tries first. No rule of composition: such rules make passwords that people write down.</summary>
sealed class PasswordRules : IPasswordValidator<Account>
{
    internal const int Shortest = 12;
    internal const int Longest = 128;

    /// <summary>The codes of the faults, which the words of the pages are found by.</summary>
    internal const string TooShort = "PasswordTooShort";
    internal const string TooLong = "PasswordTooLong";
    internal const string IsLogin = "PasswordIsLogin";
    internal const string IsFrequent = "PasswordIsFrequent";

    // Of the 47,000 most frequent passwords in leaked lists (github.com/dropbox/zxcvbn) those that are long enough to be chosen at all.
    static readonly Lazy<HashSet<string>> Frequent = new(Read);

    public Task<IdentityResult> ValidateAsync(UserManager<Account> manager, Account user, string? password)
    {
        var fault = FaultOf(password ?? "", user.UserName ?? "");
        return Task.FromResult(
            fault is null ? IdentityResult.Success : IdentityResult.Failed(new IdentityError { Code = fault, Description = fault })
        );
    }

    internal static string? FaultOf(string password, string login) =>
        password.Length < Shortest ? TooShort
        : password.Length > Longest ? TooLong
        : string.Equals(password, login, StringComparison.OrdinalIgnoreCase) ? IsLogin
        : Frequent.Value.Contains(password.ToLowerInvariant()) ? IsFrequent
        : null;

    static HashSet<string> Read()
    {
        using var reader = new StreamReader(typeof(PasswordRules).Assembly.GetManifestResourceStream("frequent-passwords.txt")!);
        return [.. reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries)];
    }
}
