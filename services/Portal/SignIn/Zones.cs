namespace Phase1.Portal.SignIn;

/// <summary>Time zones by the names that browsers give them, as in Europe/Stockholm.</summary>
static class Zones
{
    /// <summary>The name, if this machine knows such a zone: a browser may know newer ones.</summary>
    internal static string? KnownOrNull(string name) =>
        name.Length > 0 && TimeZoneInfo.TryFindSystemTimeZoneById(name, out _) ? name : null;
}
