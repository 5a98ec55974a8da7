using Phase1.ServiceDefaults;
using Phase1.Tickets.Tools;

namespace Phase1.Tickets.Requests;

/// <summary>What the tools of this process have done.</summary>
static class GetToolMetricsEndpoint
{
    internal static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/v1/tickets/metrics", Handle).RequireOperator();

    static IReadOnlyDictionary<string, double> Handle(ToolService tools) => tools.GetMetrics();
}
