using Phase1.Tickets.Live;

namespace Phase1.Tickets.Requests;

static class RequestModule
{
    internal static void MapTickets(this IEndpointRouteBuilder routes)
    {
        ListTicketsEndpoint.Map(routes);
        CreateTicketEndpoint.Map(routes);
        ListSopsEndpoint.Map(routes);
        GetSopEndpoint.Map(routes);
        GetToolMetricsEndpoint.Map(routes);
        StreamTicketsEndpoint.Map(routes);
        GetTicketEndpoint.Map(routes);
        UpdateTicketEndpoint.Map(routes);
        DeferTicketEndpoint.Map(routes);
        DecideTicketEndpoint.Map(routes);
        CancelTicketEndpoint.Map(routes);
        ReopenTicketEndpoint.Map(routes);
        ListTicketHistoryEndpoint.Map(routes);
        GetPackageEndpoint.Map(routes);
        RunErasuresEndpoint.Map(routes);
        ListToolsEndpoint.Map(routes);
        GetToolEndpoint.Map(routes);
        RunToolEndpoint.Map(routes);
        ListOccurrencesEndpoint.Map(routes);
    }
}
