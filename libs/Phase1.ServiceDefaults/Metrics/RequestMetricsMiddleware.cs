using System.Diagnostics.Metrics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Phase1.ServiceDefaults;

/// <summary>Counts and times every request by route template, method and status class.</summary>
sealed class RequestMetricsMiddleware(RequestDelegate next, ServiceIdentity self, TimeProvider clock)
{
    readonly Counter<long> _requests = Phase1Metrics
        .MeterOf(self.Name)
        .CreateCounter<long>("phase1_http_requests_total", description: "HTTP requests answered");

    readonly Histogram<double> _seconds = Phase1Metrics
        .MeterOf(self.Name)
        .CreateSecondsHistogram("phase1_http_request_seconds", "Time from receiving an HTTP request to its answer");

    public async Task InvokeAsync(HttpContext context)
    {
        var began = clock.GetTimestamp();
        try
        {
            await next(context);
        }
        finally
        {
            KeyValuePair<string, object?> route = new("route", (context.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText ?? "none");
            KeyValuePair<string, object?> method = new("method", Known(context.Request.Method));
            KeyValuePair<string, object?> status = new("status", StatusClass(context));
            _requests.Add(1, route, method, status);
            _seconds.Record(clock.GetElapsedTime(began).TotalSeconds, route, method, status);
        }
    }

    static string StatusClass(HttpContext context) =>
        context.RequestAborted.IsCancellationRequested
            ? "aborted"
            : context.Response.StatusCode switch
            {
                < 200 => "1xx",
                < 300 => "2xx",
                < 400 => "3xx",
                < 500 => "4xx",
                _ => "5xx",
            };

    /// <summary>Callers can invent methods; labels are a closed set.</summary>
    static string Known(string method) =>
        method is "GET" or "HEAD" or "POST" or "PUT" or "PATCH" or "DELETE" or "OPTIONS" ? method : "other";
}
