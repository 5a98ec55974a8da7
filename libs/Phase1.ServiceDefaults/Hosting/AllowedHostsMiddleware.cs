using Microsoft.AspNetCore.Http;

namespace Phase1.ServiceDefaults;

/// <summary>Refuses requests under a host name that the service does not answer to.</summary>
sealed class AllowedHostsMiddleware(RequestDelegate next, AllowedHosts hosts)
{
    public Task InvokeAsync(HttpContext context) =>
        hosts.Include(context.Request.Host)
            ? next(context)
            : throw new ProblemException(Problems.InvalidRequest, "The service does not answer to this host name.");
}
