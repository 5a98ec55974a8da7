using Npgsql;
using Phase1.Events;
using Phase1.ServiceDefaults;

namespace Phase1.FileIntake.Content;

/// <summary><c>POST /v1/content/fetch</c>: the texts of a whole batch at once. Those that the reader may not read, or that are not there, are left out.</summary>
static class ListContentEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapPost("/v1/content/fetch", HandleAsync).RequireServiceOrTeacher().MayAnswer(Problems.LimitExceeded);

    static async Task<FetchedContent> HandleAsync(
        FetchContentRequest request,
        Caller caller,
        NpgsqlDataSource database,
        CancellationToken cancellationToken
    )
    {
        if (request.StorageIds.Count > EnvelopeLimits.MaxEssays)
        {
            throw new ProblemException(Problems.LimitExceeded, $"One request asks for at most {EnvelopeLimits.MaxEssays} texts.");
        }

        foreach (var (index, storageId) in request.StorageIds.Index())
        {
            StorageIds.Check(storageId, $"storage_ids[{index}]");
        }

        var found = await StoredTextRows.FindAsync(database, [.. request.StorageIds], caller.UserIdOrNull, cancellationToken);
        return new([.. found.Select(text => new FetchedText(text.StorageId, text.Text))]);
    }
}

/// <summary>Which texts.</summary>
sealed record FetchContentRequest(IReadOnlyList<string> StorageIds);

/// <summary>Those that were found, in no order.</summary>
sealed record FetchedContent(IReadOnlyList<FetchedText> Items);

/// <summary>One of them.</summary>
sealed record FetchedText(string StorageId, string Text);
