using Phase1.Portal.Frame;
using Phase1.Portal.Neighbours;

namespace Phase1.Portal.Timeline;

/// <summary>What has happened to a batch, in words: as a page, and as the part of it that changes.</summary>
static class GetTimelineEndpoint
{
    internal static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/batches/{id:guid}/timeline", HandlePageAsync).ForTeacher();
        routes.MapGet("/batches/{id:guid}/timeline/list", HandlePartAsync).ForTeacher().AsksByItself();
    }

    static async Task<IResult> HandlePageAsync(Guid id, BatchesClient batches, CancellationToken cancellationToken) =>
        Pages.Show<TimelinePage>(await ViewAsync(id, batches, cancellationToken));

    static async Task<IResult> HandlePartAsync(Guid id, BatchesClient batches, CancellationToken cancellationToken) =>
        Pages.Show<TimelineList>(await ViewAsync(id, batches, cancellationToken));

    static async Task<TimelineView> ViewAsync(Guid id, BatchesClient batches, CancellationToken cancellationToken) =>
        new(id, TimelineLine.Of(await batches.TimelineAsync(id, cancellationToken)));
}

/// <summary>What the page of a timeline shows.</summary>
/// <param name="BatchId">The batch.</param>
/// <param name="Lines">The oldest first.</param>
public sealed record TimelineView(Guid BatchId, IReadOnlyList<TimelineLine> Lines);
