using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;

namespace Phase1.ServiceDefaults;

/// <summary>Answers 503 to everything but health and metrics until the service may work.</summary>
sealed class StartupGateMiddleware(RequestDelegate next, StartupGate gate)
{
    public Task InvokeAsync(HttpContext context) =>
        gate.IsOpen || context.GetEndpoint()?.Metadata.GetMetadata<IAllowAnonymous>() is not null
            ? next(context)
            : throw new ProblemException(Problems.ServiceUnavailable, $"The service waits for {gate.WaitsFor}.");
}
