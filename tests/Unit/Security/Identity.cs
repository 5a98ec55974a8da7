using Phase1.ServiceDefaults;

namespace Phase1.Unit.Tests.Security;

/// <summary>Who calls a route, and what a route for an audience answers such a caller before it looks at anything else.</summary>
/// <param name="Name">For the test's name.</param>
/// <param name="Key">X-Internal-API-Key.</param>
/// <param name="User">X-User-ID.</param>
/// <param name="Roles">X-User-Roles.</param>
sealed record Identity(string Name, string? Key, string? User, string? Roles)
{
    /// <summary>The one key of the caller, since it took the place of the one that every caller had before.</summary>
    internal const string CurrentKey = "key-of-the-tests-0123456789";

    internal const string Service = "tests";

    const string TakenAwayKey = ServiceKeys.Development;

    internal static IReadOnlyList<Identity> All { get; } =
    [
        new("nobody", null, null, null),
        new("a wrong key", "key-of-nobody-0123456789", "teacher-1", "teacher"),
        new("a key that was taken away", TakenAwayKey, "teacher-1", "teacher"),
        new("a service", CurrentKey, null, null),
        new("roles of nobody", CurrentKey, null, "teacher,operator,operator-body"),
        new("a teacher", CurrentKey, "teacher-1", "teacher"),
        new("a user without any role", CurrentKey, "user-1", ""),
        new("an operator", CurrentKey, "operator-1", "operator"),
        new("an operator for bodies", CurrentKey, "operator-2", "operator,operator-body"),
        new("an operator for names", CurrentKey, "operator-4", "operator,operator-names"),
        new("a right to names without its role", CurrentKey, "user-2", "operator-names"),
        new("a school administrator", CurrentKey, "admin-1", "school-admin"),
        new("a privacy officer", CurrentKey, "officer-1", "privacy-officer"),
        new("an operator who teaches", CurrentKey, "operator-3", "operator, teacher"),
    ];

    /// <summary>Puts the identity's headers on a request.</summary>
    internal void AddTo(HttpRequestMessage request)
    {
        Add(HeaderNames.ServiceId, Service);
        Add(HeaderNames.ApiKey, Key);
        Add(HeaderNames.UserId, User);
        Add(HeaderNames.UserRoles, Roles);

        void Add(string name, string? value)
        {
            if (value is not null)
            {
                request.Headers.TryAddWithoutValidation(name, value);
            }
        }
    }

    /// <summary>401 or 403; null where the route takes the caller.</summary>
    internal int? RefusalBy(Audience audience) =>
        audience == Audience.Anybody ? null
        : Key != CurrentKey || (User is null && Roles is not null) ? 401
        : audience switch
        {
            Audience.Service => null,
            Audience.ServiceOrTeacher => User is null || Has("teacher") ? null : 403,
            Audience.Teacher => User is null ? 401 : Refused("teacher"),
            Audience.Operator => User is null ? 401 : Refused("operator"),
            _ when User is null => 401,
            Audience.OperatorOrSchoolAdmin => Has("operator") || Has("school-admin") ? null : 403,
            Audience.TicketUser => TicketRoles.Any(Has) ? null : 403,
            Audience.SchoolAdmin => Refused("school-admin"),
            Audience.OperatorBody => Refused("operator", "operator-body"),
            Audience.OperatorNames => Refused("operator", "operator-names"),
            _ => Refused("privacy-officer"),
        };

    static string[] TicketRoles => ["teacher", "operator", "school-admin", "privacy-officer"];

    int? Refused(params string[] roles) => roles.All(Has) ? null : 403;

    bool Has(string role) => (Roles ?? "").Split(',', StringSplitOptions.TrimEntries).Contains(role);
}
