using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Phase1.Events;

namespace Phase1.ServiceDefaults;

/// <summary>What the service holds about a student, as a zip, for the service that asked by record 32 and was answered.</summary>
static class GetPersonalContentEndpoint
{
    const string ContentType = "application/zip";

    internal static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapGet("/internal/v1/privacy/requests/{id:guid}/content", HandleAsync)
            .RequireService()
            .MayAnswer(Problems.InvalidState)
            .Produces<string>(contentType: ContentType);

    static async Task<PushStreamHttpResult> HandleAsync(
        Guid id,
        Caller caller,
        HttpContext http,
        PersonalContents contents,
        CancellationToken cancellationToken
    )
    {
        if (caller.ServiceId != ServiceNames.Tickets)
        {
            throw new ProblemException(Problems.ResourceNotFound, "There is no such request.");
        }
        var request = await contents.FindAsync(id, cancellationToken);
        // The end of each file in a zip is written by a call that blocks; it is some bytes long.
        http.Features.GetRequiredFeature<IHttpBodyControlFeature>().AllowSynchronousIO = true;
        return TypedResults.Stream(body => contents.WriteAsync(request, body, cancellationToken), ContentType);
    }
}
