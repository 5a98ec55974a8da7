using Phase1.ServiceDefaults;
using Phase1.Tickets.Tools;

namespace Phase1.Tickets.Requests;

/// <summary>The tools that operators' programs may call.</summary>
static class ListToolsEndpoint
{
    internal sealed record Answer(IReadOnlyList<ToolInfo> Items);

    internal static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/v1/tools", Handle).RequireOperator();

    static Answer Handle(ToolService tools) => new(tools.GetAvailableTools());
}
