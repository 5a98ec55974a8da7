using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Phase1.ServiceDefaults;

/// <summary>/livez, /readyz and /metrics; open to everybody who reaches the port, since they hold no data.</summary>
static class HealthEndpoints
{
    // A check that hangs is as good as failing, and the caller of /readyz does not wait for ever.
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    internal static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/livez", () => Results.Text("alive")).AllowAnonymous().ExcludeFromDescription();
        routes.MapGet("/readyz", ReadyAsync).AllowAnonymous().ExcludeFromDescription();
        routes
            .MapGet("/metrics", (MetricCollector metrics) => Results.Text(metrics.Scrape(), PrometheusText.ContentType))
            .AllowAnonymous()
            .ExcludeFromDescription();
    }

    static async Task<IResult> ReadyAsync(IEnumerable<IReadinessCheck> checks, CancellationToken cancellationToken)
    {
        var lines = await Task.WhenAll(checks.Select(check => LookAsync(check, cancellationToken)));
        var worst = lines.Length == 0 ? ReadinessStatus.Ready : lines.Max(line => line.Status);
        return Results.Json(
            new ReadyAnswer(worst, lines),
            Phase1Json.Options,
            statusCode: worst == ReadinessStatus.NotReady ? StatusCodes.Status503ServiceUnavailable : StatusCodes.Status200OK
        );
    }

    static async Task<ReadyLine> LookAsync(IReadinessCheck check, CancellationToken cancellationToken)
    {
        using var timeout = new CancellationTokenSource(Patience, TimeProvider.System);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);
        try
        {
            var (status, detail) = await check.CheckAsync(either.Token).WaitAsync(either.Token);
            return new ReadyLine(check.Name, status, detail);
        }
        catch (Exception error) when (!cancellationToken.IsCancellationRequested)
        {
            return new ReadyLine(check.Name, ReadinessStatus.NotReady, $"The check failed ({error.GetType().Name}).");
        }
    }

    sealed record ReadyAnswer(ReadinessStatus Status, IReadOnlyList<ReadyLine> Checks);

    sealed record ReadyLine(string Name, ReadinessStatus Status, string Detail);
}
