using Phase1.Portal.Frame;
using Phase1.Portal.Neighbours;

namespace Phase1.Portal.Operations.Queue;

/// <summary>All open tickets: those of failed messages whole, of the others the state, which is all that an operator sees.</summary>
static class ListTicketsEndpoint
{
    internal static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/ops/tickets", HandleAsync).ForOperator();

    static async Task<IResult> HandleAsync(string? cursor, TicketsClient tickets, CancellationToken cancellationToken) =>
        Pages.Show<TicketsPage>(await tickets.ListAsync("open=true", cursor, cancellationToken));
}
