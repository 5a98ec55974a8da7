using System.Security.Claims;
using Microsoft.AspNetCore.Http;

namespace Phase1.ServiceDefaults;

/// <summary>Who calls. Name it as a parameter of the handler.</summary>
/// <param name="ServiceId">The calling service.</param>
/// <param name="UserIdOrNull">The user on whose behalf it calls; null for a service on its own behalf.</param>
/// <param name="OrgId">The user's organisation, if any.</param>
/// <param name="Roles">The user's roles; mostly one.</param>
public sealed record Caller(string ServiceId, string? UserIdOrNull, string? OrgId, IReadOnlyList<string> Roles)
{
    /// <summary>The user; always there behind RequireTeacher and RequireOperator.</summary>
    /// <exception cref="ProblemException">401 when a service called on its own behalf.</exception>
    public string UserId =>
        UserIdOrNull ?? throw new ProblemException(Problems.AuthenticationError, $"The header {HeaderNames.UserId} is missing.");

    /// <summary>Whether the user has a role.</summary>
    /// <param name="role">One of <see cref="Phase1Roles"/>.</param>
    public bool Is(string role) => Roles.Contains(role, StringComparer.Ordinal);

    /// <summary>Reads the authenticated caller of a request.</summary>
    /// <param name="context">The request.</param>
    public static ValueTask<Caller> BindAsync(HttpContext context) => ValueTask.FromResult(Of(context.User));

    /// <summary>
    /// The same as an identity: for a host that has authenticated the user itself. Calls of other services are then made in the user's name and with
    /// these roles.
    /// </summary>
    /// <param name="scheme">How the user was authenticated.</param>
    public ClaimsIdentity ToIdentity(string scheme)
    {
        var identity = new ClaimsIdentity(scheme, CallerClaims.UserId, CallerClaims.Role);
        Add(CallerClaims.ServiceId, ServiceId);
        Add(CallerClaims.UserId, UserIdOrNull);
        Add(CallerClaims.OrgId, OrgId);
        foreach (var role in Roles)
        {
            Add(CallerClaims.Role, role);
        }
        return identity;

        void Add(string name, string? value)
        {
            if (value is not null)
            {
                identity.AddClaim(new Claim(name, value));
            }
        }
    }

    /// <summary>Reads the authenticated caller of a request.</summary>
    /// <param name="user">Whom the request's authentication has found.</param>
    public static Caller Of(ClaimsPrincipal user) =>
        new(
            user.FindFirstValue(CallerClaims.ServiceId) ?? "",
            user.FindFirstValue(CallerClaims.UserId),
            user.FindFirstValue(CallerClaims.OrgId),
            [.. user.FindAll(CallerClaims.Role).Select(c => c.Value)]
        );
}
