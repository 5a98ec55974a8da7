namespace Phase1.Portal.Frame;

/// <summary>In which zone the operator's pages write times first: UTC, or the operator's own. The other one stands beside it.</summary>
static class OperatorZone
{
    const string Cookie = "phase1-zone";
    const string Local = "local";

    internal static bool IsLocal(HttpContext http) => http.Request.Cookies[Cookie] == Local;

    /// <summary>Until the browser is closed.</summary>
    internal static void Set(HttpContext http, bool local) =>
        http.Response.Cookies.Append(
            Cookie,
            local ? Local : "utc",
            new CookieOptions
            {
                HttpOnly = true,
                SameSite = SameSiteMode.Strict,
                Secure = http.Request.IsHttps,
                IsEssential = true,
                Path = "/ops",
            }
        );
}
