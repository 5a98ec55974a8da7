using Phase1.Portal.Frame;
using Phase1.Portal.Neighbours;
using Phase1.Portal.Operations.Health;

namespace Phase1.Portal.Operations.Services;

/// <summary>All services, with what each is.</summary>
static class ListServicesEndpoint
{
    internal static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/ops/services", HandleAsync).ForOperator();

    static async Task<IResult> HandleAsync(Engines engines, Away away, CancellationToken cancellationToken)
    {
        var reports = await engines.AskAsync(away, engine => engine.ReportAsync(cancellationToken));
        return Pages.Show<ServicesPage>(
            new ServicesView([.. reports.Select(report => new ServiceLine(report.Service, report.Answer))], away.Services)
        );
    }
}

/// <summary>What the page of all services shows.</summary>
public sealed record ServicesView(IReadOnlyList<ServiceLine> Services, IReadOnlyCollection<string> Away);
