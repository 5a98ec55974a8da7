using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Phase1.Messaging.Operator;

namespace Phase1.ServiceDefaults;

/// <summary>Who may call a route. Every route names one of these; a route without is refused to everybody.</summary>
public static class Phase1Policies
{
    /// <summary>A service on behalf of a teacher.</summary>
    public const string Teacher = "phase1-teacher";

    /// <summary>Any service with the key.</summary>
    public const string Service = "phase1-service";

    /// <summary>A service, for itself or on behalf of a teacher: what it asks for names or quotes pupils.</summary>
    public const string ServiceOrTeacher = "phase1-service-or-teacher";

    /// <summary>A service on behalf of an operator.</summary>
    public const string Operator = "phase1-operator";

    /// <summary>A service on behalf of an operator or a school administrator: what it tells names no pupil and no teacher.</summary>
    public const string OperatorOrSchoolAdmin = "phase1-operator-or-school-admin";

    /// <summary>A service on behalf of a school administrator.</summary>
    public const string SchoolAdmin = "phase1-school-admin";

    /// <summary>A service on behalf of an operator who may see names, for a reason that is written down.</summary>
    public const string OperatorNames = "phase1-operator-names";

    /// <summary>A service on behalf of a privacy officer.</summary>
    public const string PrivacyOfficer = "phase1-privacy-officer";

    /// <summary>A service on behalf of anybody who has tickets: which ones depends on the roles.</summary>
    public const string TicketUser = "phase1-ticket-user";

    /// <summary>A service on behalf of an operator who may open bodies of dead letters.</summary>
    public const string OperatorBody = DeadLetterEndpoints.BodyPolicy;

    /// <summary>The route serves teachers: service key and X-User-ID; an operator who is no teacher gets 403.</summary>
    /// <typeparam name="TBuilder">Route or group.</typeparam>
    /// <param name="routes">The route or group.</param>
    public static TBuilder RequireTeacher<TBuilder>(this TBuilder routes)
        where TBuilder : IEndpointConventionBuilder => routes.RequireAuthorization(Teacher);

    /// <summary>The route serves other services: service key.</summary>
    /// <typeparam name="TBuilder">Route or group.</typeparam>
    /// <param name="routes">The route or group.</param>
    public static TBuilder RequireService<TBuilder>(this TBuilder routes)
        where TBuilder : IEndpointConventionBuilder => routes.RequireAuthorization(Service);

    /// <summary>
    /// The route serves other services with what names or quotes pupils: service key; who is named as the user must be a teacher, and sees only
    /// what is the teacher's own.
    /// </summary>
    /// <typeparam name="TBuilder">Route or group.</typeparam>
    /// <param name="routes">The route or group.</param>
    public static TBuilder RequireServiceOrTeacher<TBuilder>(this TBuilder routes)
        where TBuilder : IEndpointConventionBuilder => routes.RequireAuthorization(ServiceOrTeacher);

    /// <summary>The route serves operators: service key, X-User-ID and the role operator.</summary>
    /// <typeparam name="TBuilder">Route or group.</typeparam>
    /// <param name="routes">The route or group.</param>
    public static TBuilder RequireOperator<TBuilder>(this TBuilder routes)
        where TBuilder : IEndpointConventionBuilder => routes.RequireAuthorization(Operator);

    /// <summary>The route serves all who have tickets: service key, X-User-ID and any role; each sees its own audience's tickets.</summary>
    /// <typeparam name="TBuilder">Route or group.</typeparam>
    /// <param name="routes">The route or group.</param>
    public static TBuilder RequireTicketUser<TBuilder>(this TBuilder routes)
        where TBuilder : IEndpointConventionBuilder => routes.RequireAuthorization(TicketUser);

    internal static void Configure(AuthorizationOptions options)
    {
        options.AddPolicy(Service, p => p.RequireAuthenticatedUser());
        options.AddPolicy(Teacher, p => p.RequireUser(caller => caller.Is(Phase1Roles.Teacher)));
        options.AddPolicy(
            ServiceOrTeacher,
            p =>
                p.RequireAuthenticatedUser()
                    .RequireAssertion(c =>
                        Caller.Of(c.User) is var caller && (caller.UserIdOrNull is null || caller.Is(Phase1Roles.Teacher))
                    )
        );
        options.AddPolicy(Operator, p => p.RequireUser(caller => caller.Is(Phase1Roles.Operator)));
        options.AddPolicy(
            OperatorBody,
            p => p.RequireUser(caller => caller.Is(Phase1Roles.Operator) && caller.Is(Phase1Roles.OperatorBody))
        );
        options.AddPolicy(
            OperatorOrSchoolAdmin,
            p => p.RequireUser(caller => caller.Is(Phase1Roles.Operator) || caller.Is(Phase1Roles.SchoolAdmin))
        );
        options.AddPolicy(SchoolAdmin, p => p.RequireUser(caller => caller.Is(Phase1Roles.SchoolAdmin)));
        options.AddPolicy(
            OperatorNames,
            p => p.RequireUser(caller => caller.Is(Phase1Roles.Operator) && caller.Is(Phase1Roles.OperatorNames))
        );
        options.AddPolicy(TicketUser, p => p.RequireUser(caller => TicketRoles.Any(caller.Is)));
        options.AddPolicy(PrivacyOfficer, p => p.RequireUser(caller => caller.Is(Phase1Roles.PrivacyOfficer)));
        options.FallbackPolicy = new AuthorizationPolicyBuilder().RequireAssertion(_ => false).Build();
    }

    static string[] TicketRoles => [Phase1Roles.Teacher, Phase1Roles.PrivacyOfficer, Phase1Roles.SchoolAdmin, Phase1Roles.Operator];

    static void RequireUser(this AuthorizationPolicyBuilder policy, Func<Caller, bool> may) =>
        policy.RequireAuthenticatedUser().RequireAssertion(c => Caller.Of(c.User) is { UserIdOrNull: not null } caller && may(caller));
}
