using Phase1.ServiceDefaults;
using Phase1.Tickets.Discovery;
using Phase1.Tickets.Store;

namespace Phase1.Tickets.Requests;

/// <summary>The worker processes, and how many tickets that are open for work each of them owns.</summary>
static class ListOccurrencesEndpoint
{
    internal sealed record Answer(IReadOnlyList<OccurrenceRow> Items);

    internal static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/internal/v1/occurrences", HandleAsync).RequireOperator();

    static async Task<Answer> HandleAsync(IOccurrenceStore occurrences, TicketsOptions options, CancellationToken cancellationToken) =>
        new(await occurrences.ListAsync(options.Lease, cancellationToken));
}
