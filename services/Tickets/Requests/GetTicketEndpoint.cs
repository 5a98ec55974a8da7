using Phase1.ServiceDefaults;
using Phase1.Tickets.Store;

namespace Phase1.Tickets.Requests;

/// <summary>One ticket, with its stages and where its matter is decided.</summary>
static class GetTicketEndpoint
{
    internal static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/v1/tickets/{id}", HandleAsync).RequireTicketUser().MayAnswer(Problems.TicketNotFound);

    static async Task<TicketDocument> HandleAsync(
        string id,
        Caller caller,
        HttpContext http,
        ITicketStore store,
        TicketRequests requests,
        TicketAudience audience,
        CancellationToken cancellationToken
    ) => ExpectedVersion.Tag(http, audience.Show(caller, await requests.FindAsync(store, id, caller, cancellationToken)));
}
