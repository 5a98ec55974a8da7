using Phase1.Portal.Frame;
using Phase1.Portal.Neighbours;

namespace Phase1.Portal.Operations.Health;

/// <summary>Health at a glance: a line a service, and the batches that are stuck. Its open pages fetch the part that changes by itself.</summary>
static class GetHealthEndpoint
{
    internal static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/ops", HandlePageAsync).ForOperator();
        routes.MapGet("/ops/health", HandlePartAsync).ForOperator().AsksByItself();
    }

    static async Task<IResult> HandlePageAsync(Engines engines, AllBatchesClient batches, Away away, CancellationToken cancellationToken) =>
        Pages.Show<HealthPage>(await LookAsync(engines, batches, away, cancellationToken));

    static async Task<IResult> HandlePartAsync(Engines engines, AllBatchesClient batches, Away away, CancellationToken cancellationToken) =>
        Pages.Show<HealthLines>(await LookAsync(engines, batches, away, cancellationToken));

    static async Task<HealthView> LookAsync(Engines engines, AllBatchesClient batches, Away away, CancellationToken cancellationToken)
    {
        var stuck = away.OrAsync<ListDocument<OperatorBatchDocument>?>(StuckAsync(batches, cancellationToken), null);
        var reports = await engines.AskAsync(away, engine => engine.ReportAsync(cancellationToken));
        return new([.. reports.Select(report => new ServiceLine(report.Service, report.Answer))], (await stuck)?.Items, away.Services);
    }

    static async Task<ListDocument<OperatorBatchDocument>?> StuckAsync(AllBatchesClient batches, CancellationToken cancellationToken) =>
        await batches.ListAsync("&stuck=true", cancellationToken);
}

/// <summary>What the page of the suite's health shows.</summary>
/// <param name="Services">All of them.</param>
/// <param name="Stuck">Null while the orchestrator is away.</param>
/// <param name="Away">Services that did not answer.</param>
public sealed record HealthView(
    IReadOnlyList<ServiceLine> Services,
    IReadOnlyList<OperatorBatchDocument>? Stuck,
    IReadOnlyCollection<string> Away
);

/// <summary>A service in one line.</summary>
/// <param name="Service">Its name on the wire.</param>
/// <param name="Report">Null while it is away.</param>
public sealed record ServiceLine(string Service, ServiceReportDocument? Report)
{
    internal long Lag => Report?.Engine?.Positions?.Sum(position => position.Lag) ?? 0;

    internal IReadOnlyList<WorkDocument> Late => [.. (Report?.Engine?.Work ?? []).Where(work => work.Late)];

    internal IReadOnlyList<CheckDocument> Complaints => [.. (Report?.Checks ?? []).Where(check => check.Status != "ready")];
}
