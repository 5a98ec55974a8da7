using Microsoft.EntityFrameworkCore;
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
        FileIntakeDbContext database,
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

        return new(
            await database
                .TextsFor(caller.UserIdOrNull)
                .Where(text => request.StorageIds.Contains(text.StorageId))
                .Select(text => new FetchedText(text.StorageId, text.Text))
                .ToListAsync(cancellationToken)
        );
    }
}

/// <summary>The storage ids of the texts that are asked for; a batch's worth at most.</summary>
sealed record FetchContentRequest(IReadOnlyList<string> StorageIds);

/// <summary>Those that were found, in no order.</summary>
sealed record FetchedContent(IReadOnlyList<FetchedText> Items);

/// <summary>One of them.</summary>
sealed record FetchedText(string StorageId, string Text);
