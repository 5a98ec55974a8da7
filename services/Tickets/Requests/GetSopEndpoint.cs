using Phase1.ServiceDefaults;
using Phase1.Tickets.Sops;

namespace Phase1.Tickets.Requests;

/// <summary>One procedure.</summary>
static class GetSopEndpoint
{
    internal static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/v1/tickets/sops/{sop}", Handle).RequireTicketUser();

    static SopDocument Handle(string sop, SopCatalogue sops) =>
        sops.Find(sop) is { } found
            ? SopDocument.Of(found)
            : throw new ProblemException(Problems.ResourceNotFound, "There is no such procedure.");
}
