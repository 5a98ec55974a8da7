using Phase1.Portal.Frame;
using Phase1.Portal.Neighbours;

namespace Phase1.Portal.Privacy.Requests;

/// <summary>The requests that are open, what has to be answered first before the others; or all that there have been.</summary>
static class ListRequestsEndpoint
{
    internal static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/privacy/requests", HandleAsync).ForPrivacyOfficer();

    static async Task<IResult> HandleAsync(bool? all, string? cursor, TicketsClient tickets, CancellationToken cancellationToken)
    {
        var isAll = all is true;
        var found = await tickets.ListAsync(isAll ? "type=dsar" : "type=dsar&open=true", cursor, cancellationToken);
        var ordered = isAll ? found.Items : [.. found.Items.OrderBy(ticket => ticket.Deadline ?? DateTimeOffset.MaxValue)];
        return Pages.Show<RequestsPage>(new RequestsView(ordered, isAll, found.NextCursor));
    }
}

/// <summary>What the page of requests shows.</summary>
/// <param name="Requests">Open ones by their deadlines; all of them the newest first.</param>
/// <param name="IsAll">Whether those that have ended are among them.</param>
/// <param name="NextCursor">Where older ones begin; null on the last page.</param>
public sealed record RequestsView(IReadOnlyList<TicketDocument> Requests, bool IsAll, string? NextCursor);
