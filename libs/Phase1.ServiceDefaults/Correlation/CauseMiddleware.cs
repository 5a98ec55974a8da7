using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Phase1.Messaging;

namespace Phase1.ServiceDefaults;

/// <summary>Makes the request the cause of every event that it records: its correlation id heads the chain, its user goes with it.</summary>
sealed class CauseMiddleware(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext context, UnitOfWork work)
    {
        if (context.GetEndpoint()?.Metadata.GetMetadata<IAllowAnonymous>() is null)
        {
            var caller = Caller.Of(context.User);
            work.Cause = new EventCause(context.CorrelationId(), null, caller.UserIdOrNull, caller.OrgId, TraceContext.Within(null));
        }
        return next(context);
    }
}
