using Phase1.Portal.Frame;
using Phase1.Portal.Neighbours;

namespace Phase1.Portal.Privacy.Requests;

/// <summary>What all services hold about the student, as a file. A form, since each reading is written down.</summary>
static class GetPackageEndpoint
{
    internal static void Map(IEndpointRouteBuilder routes) =>
        routes.MapPost("/privacy/requests/{ticketId}/package", HandleAsync).ForPrivacyOfficer();

    static async Task<IResult> HandleAsync(
        string ticketId,
        HttpContext http,
        RequestPages requests,
        PackagesClient packages,
        CancellationToken cancellationToken
    ) =>
        await requests.TryAsync(
            ticketId,
            await PageForm.ReadAsync(http),
            async () =>
            {
                var answer = await packages.FetchAsync(ticketId, cancellationToken);
                http.Response.RegisterForDispose(answer);
                return Results.Stream(await answer.Content.ReadAsStreamAsync(cancellationToken), "application/zip", $"{ticketId}.zip");
            },
            cancellationToken
        );
}
