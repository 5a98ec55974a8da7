using Phase1.Portal.Neighbours;

namespace Phase1.Portal.Operations.Queue;

/// <summary>What waits in Tickets for an operator; where there are tickets.</summary>
static class QueueModule
{
    internal static void MapEndpoints(IEndpointRouteBuilder routes)
    {
        if (routes.ServiceProvider.GetRequiredService<Installed>().HasTickets)
        {
            ListTicketsEndpoint.Map(routes);
            GetTicketEndpoint.Map(routes);
            DecideTicketEndpoint.Map(routes);
        }
    }
}
