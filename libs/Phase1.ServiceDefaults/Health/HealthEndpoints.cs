using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Phase1.ServiceDefaults;

/// <summary>/livez, /readyz and /metrics; open to everybody who reaches the port, since they hold no data.</summary>
static class HealthEndpoints
{
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
        var lines = await ReadyLine.LookAsync(checks, cancellationToken);
        var worst = ReadyLine.Worst(lines);
        return Results.Json(
            new ReadyAnswer(worst, lines),
            Phase1Json.Options,
            statusCode: worst == ReadinessStatus.NotReady ? StatusCodes.Status503ServiceUnavailable : StatusCodes.Status200OK
        );
    }

    sealed record ReadyAnswer(ReadinessStatus Status, IReadOnlyList<ReadyLine> Checks);
}
