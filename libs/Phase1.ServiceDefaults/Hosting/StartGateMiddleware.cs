using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Phase1.Messaging.Background;

namespace Phase1.ServiceDefaults;

/// <summary>
/// Answers 503 to everything but health and metrics until the database has its schema and the log its topics. The process listens from the
/// first moment, so that /readyz can say what is missing.
/// </summary>
sealed class StartGateMiddleware(RequestDelegate next, EngineGate gate)
{
    public Task InvokeAsync(HttpContext context) =>
        gate.IsOpen || context.GetEndpoint()?.Metadata.GetMetadata<IAllowAnonymous>() is not null
            ? next(context)
            : throw new ProblemException(Problems.ServiceUnavailable, $"The service waits for {gate.WaitingFor}.");
}
