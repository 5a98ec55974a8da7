using System.Net;
using Phase1.ServiceDefaults;

namespace Phase1.Portal.Neighbours;

/// <summary>The texts of essays, of File Intake.</summary>
sealed class TextsClient(HttpClient http)
{
    const int MostExcerpts = 200;

    /// <summary>The beginnings of many texts, by storage id; those that are not there are left out.</summary>
    internal async Task<IReadOnlyDictionary<string, string>> ExcerptsAsync(
        IEnumerable<string> storageIds,
        int maxChars,
        CancellationToken cancellationToken
    )
    {
        var excerpts = new Dictionary<string, string>();
        foreach (var ids in storageIds.Chunk(MostExcerpts))
        {
            using var answer = await http.PostAsJsonAsync(
                new Uri("internal/v1/content/excerpts", UriKind.Relative),
                new ExcerptsWanted(ids, maxChars),
                Phase1Json.Options,
                cancellationToken
            );
            foreach (var item in (await answer.ReadAsync<ExcerptsDocument>(cancellationToken)).Items)
            {
                excerpts[item.StorageId] = item.Text;
            }
        }
        return excerpts;
    }

    /// <summary>Null when there is no such text any more.</summary>
    internal async Task<string?> FindAsync(string storageId, CancellationToken cancellationToken)
    {
        using var answer = await http.GetAsync(new Uri($"v1/content/{storageId}", UriKind.Relative), cancellationToken);
        if (answer.StatusCode == HttpStatusCode.NotFound)
        {
            return null;
        }
        await answer.CheckAsync(cancellationToken);
        return await answer.Content.ReadAsStringAsync(cancellationToken);
    }

    sealed record ExcerptsWanted(IReadOnlyList<string> StorageIds, int MaxChars);

    sealed record ExcerptsDocument(IReadOnlyList<ExcerptDocument> Items);

    sealed record ExcerptDocument(string StorageId, string Text);
}
