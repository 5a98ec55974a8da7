using Phase1.ServiceDefaults;
using Phase1.Tickets.Sops;

namespace Phase1.Tickets.Requests;

/// <summary>All procedures.</summary>
static class ListSopsEndpoint
{
    internal sealed record Answer(IReadOnlyList<SopDocument> Items);

    internal static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/v1/tickets/sops", Handle).RequireTicketUser();

    static Answer Handle(SopCatalogue sops) => new([.. sops.All.Select(SopDocument.Of)]);
}
