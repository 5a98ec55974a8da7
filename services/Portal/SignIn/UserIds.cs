namespace Phase1.Portal.SignIn;

/// <summary>Ids of users as the Portal takes them from outside: they stand in addresses and headers as they are.</summary>
static class UserIds
{
    const int Longest = 255;
    const string Signs = "-._~@|:+=";

    internal static bool IsPlain(string id) =>
        id.Length is > 0 and <= Longest && id is not ("." or "..") && id.All(c => char.IsAsciiLetterOrDigit(c) || Signs.Contains(c));
}
