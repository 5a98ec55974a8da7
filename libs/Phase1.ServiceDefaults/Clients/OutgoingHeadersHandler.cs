using System.Diagnostics;
using Microsoft.AspNetCore.Http;
using Phase1.Messaging;

namespace Phase1.ServiceDefaults;

/// <summary>Puts key, service id, identity and correlation id on a call: those of its stated cause, else those of the current request.</summary>
sealed class OutgoingHeadersHandler(ServiceKeys keys, ServiceIdentity self, IHttpContextAccessor http) : DelegatingHandler
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Set(request, HeaderNames.ApiKey, keys.Own);
        Set(request, HeaderNames.ServiceId, self.Name);
        if (request.Cause() is { } cause)
        {
            Set(request, HeaderNames.CorrelationId, cause.CorrelationId.ToString("D"));
            Set(request, HeaderNames.UserId, cause.UserId);
            Set(request, HeaderNames.OrgId, cause.OrgId);
            ContinueTrace(request, cause.Trace);
        }
        else if (http.HttpContext is { } context)
        {
            var caller = Caller.Of(context.User);
            Set(request, HeaderNames.CorrelationId, context.CorrelationId().ToString("D"));
            Set(request, HeaderNames.UserId, caller.UserIdOrNull);
            Set(request, HeaderNames.OrgId, caller.OrgId);
            Set(request, HeaderNames.UserRoles, caller.UserIdOrNull is null ? null : string.Join(',', caller.Roles));
        }
        return base.SendAsync(request, cancellationToken);
    }

    // Where there is a span, the HTTP client itself says so.
    static void ContinueTrace(HttpRequestMessage request, TraceContext? trace)
    {
        if (Activity.Current is null)
        {
            Set(request, HeaderNames.TraceParent, trace?.Parent);
            Set(request, HeaderNames.TraceState, trace?.State);
        }
    }

    static void Set(HttpRequestMessage request, string name, string? value)
    {
        if (value is not null)
        {
            request.Headers.Remove(name);
            request.Headers.TryAddWithoutValidation(name, value);
        }
    }
}
