using Phase1.Events;
using Phase1.ServiceDefaults;

namespace Phase1.BatchOrchestrator.Pipelines;

/// <summary>The pipelines that a teacher may start, by name.</summary>
static class ListPipelinesEndpoint
{
    internal static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/v1/pipelines", Handle).RequireTeacher();

    static IReadOnlyList<Listed> Handle(PipelineCatalogue catalogue) =>
        [
            .. catalogue
                .All.OrderBy(pipeline => pipeline.Key, StringComparer.Ordinal)
                .Select(pipeline => new Listed(pipeline.Key, pipeline.Value)),
        ];

    internal sealed record Listed(string Name, IReadOnlyList<Phase> Phases);
}
