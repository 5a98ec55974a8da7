using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Microsoft.Net.Http.Headers;
using Phase1.ServiceDefaults;

namespace Phase1.FileIntake.Content;

/// <summary><c>GET /v1/content/{storage_id}</c>: a text for other services.</summary>
static class GetContentEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapGet("/v1/content/{storage_id}", HandleAsync)
            .RequireServiceOrTeacher()
            .WithEntityTag()
            .Produces<string>(contentType: "text/plain");

    static async Task<Results<ContentHttpResult, StatusCodeHttpResult>> HandleAsync(
        [Microsoft.AspNetCore.Mvc.FromRoute(Name = "storage_id")] string storageId,
        Caller caller,
        HttpContext http,
        FileIntakeDbContext database,
        CancellationToken cancellationToken
    )
    {
        StorageIds.Check(storageId);
        var stored =
            await database.TextsFor(caller.UserIdOrNull).SingleOrDefaultAsync(text => text.StorageId == storageId, cancellationToken)
            ?? throw new ProblemException(Problems.ResourceNotFound, "There is no such text.");

        var tag = new EntityTagHeaderValue($"\"{stored.Sha256}\"");
        http.Response.GetTypedHeaders().ETag = tag;
        return http.Request.GetTypedHeaders().IfNoneMatch.Any(known => known.Compare(tag, useStrongComparison: false))
            ? TypedResults.StatusCode(StatusCodes.Status304NotModified)
            : TypedResults.Text(stored.Text, "text/plain; charset=utf-8");
    }
}
