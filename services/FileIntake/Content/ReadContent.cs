using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Microsoft.Net.Http.Headers;
using Phase1.ServiceDefaults;

namespace Phase1.FileIntake.Content;

/// <summary><c>GET /v1/content/{storage_id}</c>: a text for other services.</summary>
static class ReadContent
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/v1/content/{storage_id}", HandleAsync).RequireService();

    static async Task<Results<ContentHttpResult, StatusCodeHttpResult>> HandleAsync(
        [Microsoft.AspNetCore.Mvc.FromRoute(Name = "storage_id")] string storageId,
        HttpContext http,
        FileIntakeDbContext database,
        CancellationToken cancellationToken
    )
    {
        StorageIds.Check(storageId);
        var stored =
            await database.Texts.AsNoTracking().SingleOrDefaultAsync(text => text.StorageId == storageId, cancellationToken)
            ?? throw new ProblemException(Problems.ResourceNotFound, "There is no such text.");

        var tag = new EntityTagHeaderValue($"\"{stored.Sha256}\"");
        var answer = http.Response.GetTypedHeaders();
        answer.ETag = tag;
        // Personal data: caches may keep it for this caller only, and ask before each use.
        answer.CacheControl = new() { Private = true, NoCache = true };
        return http.Request.GetTypedHeaders().IfNoneMatch.Any(known => known.Compare(tag, useStrongComparison: false))
            ? TypedResults.StatusCode(StatusCodes.Status304NotModified)
            : TypedResults.Text(stored.Text, "text/plain; charset=utf-8");
    }
}
