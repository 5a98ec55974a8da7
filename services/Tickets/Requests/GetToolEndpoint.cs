using Phase1.ServiceDefaults;
using Phase1.Tickets.Tools;

namespace Phase1.Tickets.Requests;

/// <summary>One tool.</summary>
static class GetToolEndpoint
{
    internal static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/v1/tools/{name}", Handle).RequireOperator();

    static ToolInfo Handle(string name, ToolService tools) => tools.GetToolInfo(name) ?? throw Unknown();

    internal static ProblemException Unknown() => new(Problems.ResourceNotFound, "There is no such tool.");
}
