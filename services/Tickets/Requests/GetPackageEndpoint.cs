using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.HttpResults;
using Phase1.ServiceDefaults;
using Phase1.Tickets.Lifecycle;
using Phase1.Tickets.Sops;
using Phase1.Tickets.Sops.Privacy;
using Phase1.Tickets.Sops.Privacy.Package;

namespace Phase1.Tickets.Requests;

/// <summary>What all services hold about the student of an approved request, as a zip. Each reading stands in the ticket's history.</summary>
static class GetPackageEndpoint
{
    const string ContentType = "application/zip";

    internal static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapGet("/v1/tickets/{id}/package", HandleAsync)
            .RequireTicketUser()
            .MayAnswer(Problems.TicketNotFound, Problems.PackageNotReady)
            .Produces<string>(contentType: ContentType);

    static async Task<PushStreamHttpResult> HandleAsync(
        string id,
        Caller caller,
        HttpContext http,
        TicketRequests requests,
        PackageBuilder builder,
        CancellationToken cancellationToken
    )
    {
        Ticket? found = null;
        await requests.ChangeAsync(
            id,
            caller,
            ticket =>
            {
                found = IsReady(ticket) ? ticket : throw NotReady();
                return Task.FromResult<TicketPatch?>(new() { Reason = "package read" });
            },
            cancellationToken
        );
        var fetched = await builder.FetchAsync(RequestOf(found!), cancellationToken);
        http.Features.GetRequiredFeature<IHttpBodyControlFeature>().AllowSynchronousIO = true;
        return TypedResults.Stream(body => builder.WriteAsync(found!, fetched, body, cancellationToken), ContentType, $"{id}.zip");
    }

    static bool IsReady(Ticket ticket) =>
        SopOf(ticket) is { } sop && StageProgress.Next(sop, ticket.Metadata)?.Name == PrivacyProcedures.Delivery;

    static Guid RequestOf(Ticket ticket) =>
        Guid.Parse(
            (string)
                StageProgress.ResultOf(ticket.Metadata, SopOf(ticket)!.StageOf(PrivacyProcedures.Collection)!)![CollectionStage.RequestId]!
        );

    static Sop? SopOf(Ticket ticket) => PrivacyProcedures.Packed.FirstOrDefault(sop => sop.Name == ticket.Sop);

    static ProblemException NotReady() => new(Problems.PackageNotReady, "The request is not approved, or its answer was handed over.");
}
