using System.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Phase1.ServiceDefaults;

/// <summary>Gives the request its correlation id, puts it on the answer, the log lines and the span.</summary>
sealed class CorrelationMiddleware(RequestDelegate next, ServiceIdentity self, TimeProvider clock, ILogger<CorrelationMiddleware> logger)
{
    public async Task InvokeAsync(HttpContext context)
    {
        var id = CorrelationIds.Read(context.Request.Headers[HeaderNames.CorrelationId]) ?? Guid.CreateVersion7(clock.GetUtcNow());
        context.Items[typeof(CorrelationMiddleware)] = id;
        // On starting, since an error answer begins by clearing the headers.
        context.Response.OnStarting(() =>
        {
            context.Response.Headers[HeaderNames.CorrelationId] = id.ToString("D");
            return Task.CompletedTask;
        });
        Activity.Current?.SetTag("correlation_id", id.ToString("D")).SetTag(OwnSpans.ServiceTag, self.Name);
        using (logger.BeginScope(new Dictionary<string, object> { ["correlation_id"] = id }))
        {
            await next(context);
        }
    }
}

/// <summary>The correlation id of a request.</summary>
public static class CorrelationExtensions
{
    /// <summary>The request's correlation id: the caller's, or one minted for it.</summary>
    /// <param name="context">The request.</param>
    public static Guid CorrelationId(this HttpContext context) => context.Items[typeof(CorrelationMiddleware)] is Guid id ? id : Guid.Empty;
}
