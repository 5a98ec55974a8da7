using Phase1.Portal.Frame;

namespace Phase1.Portal.Privacy.Requests;

/// <summary>One request: where it stands, what there is to decide, what the services have said, and what has happened.</summary>
static class GetRequestEndpoint
{
    internal static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/privacy/requests/{ticketId}", HandleAsync).ForPrivacyOfficer();

    static async Task<IResult> HandleAsync(string ticketId, RequestPages requests, CancellationToken cancellationToken) =>
        Pages.Show<RequestPage>(await requests.LoadAsync(ticketId, cancellationToken));
}
