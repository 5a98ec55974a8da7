namespace Phase1.ServiceDefaults;

/// <summary>Names of the claims that stand for the identity headers.</summary>
static class CallerClaims
{
    internal const string ServiceId = "service_id";
    internal const string UserId = "user_id";
    internal const string OrgId = "org_id";
    internal const string Role = "role";
}
