using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;
using Npgsql;
using NpgsqlTypes;
using Phase1.ServiceDefaults;

namespace Phase1.FileIntake.Content;

/// <summary><c>GET /v1/content/{storage_id}</c>: a text for other services.</summary>
static class GetContentEndpoint
{
    // The most frequent request of all, one for each essay that is matched: by hand, for a context costs more than the row.
    // A service reads any text for itself; on behalf of a teacher the teacher's own.
    const string Select = "select text, sha256 from texts where storage_id = $1 and ($2 is null or owner_user_id = $2)";

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
        NpgsqlDataSource database,
        CancellationToken cancellationToken
    )
    {
        StorageIds.Check(storageId);
        var (text, sha256) =
            await FindAsync(database, storageId, caller.UserIdOrNull, cancellationToken)
            ?? throw new ProblemException(Problems.ResourceNotFound, "There is no such text.");

        var tag = new EntityTagHeaderValue($"\"{sha256}\"");
        http.Response.GetTypedHeaders().ETag = tag;
        return http.Request.GetTypedHeaders().IfNoneMatch.Any(known => known.Compare(tag, useStrongComparison: false))
            ? TypedResults.StatusCode(StatusCodes.Status304NotModified)
            : TypedResults.Text(text, "text/plain; charset=utf-8");
    }

    static async Task<(string Text, string Sha256)?> FindAsync(
        NpgsqlDataSource database,
        string storageId,
        string? userId,
        CancellationToken cancellationToken
    )
    {
        await using var command = database.CreateCommand(Select);
        command.Parameters.Add(new() { Value = storageId, NpgsqlDbType = NpgsqlDbType.Char });
        command.Parameters.Add(new() { Value = (object?)userId ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Varchar });
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        return await reader.ReadAsync(cancellationToken) ? (reader.GetString(0), reader.GetString(1)) : null;
    }
}
