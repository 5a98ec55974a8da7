namespace Phase1.Portal.Neighbours;

/// <summary>The essays of a batch, of Essay Lifecycle.</summary>
sealed class EssaysClient(HttpClient http)
{
    /// <summary>All of them, in the order of their slots.</summary>
    internal async Task<EssaysDocument> ListAsync(Guid batchId, CancellationToken cancellationToken)
    {
        var page = await AskAsync(batchId, "", cancellationToken);
        var essays = new List<EssayDocument>(page.Items);
        while (page.NextCursor is { } cursor)
        {
            page = await AskAsync(batchId, $"&cursor={Uri.EscapeDataString(cursor)}", cancellationToken);
            essays.AddRange(page.Items);
        }
        return page with { Items = essays };
    }

    internal Task<EssayDocument> FindAsync(Guid essayId, CancellationToken cancellationToken) =>
        http.AskAsync<EssayDocument>($"v1/essays/{essayId}", cancellationToken);

    /// <summary>No more files: what has not come counts as failed.</summary>
    internal async Task CloseIntakeAsync(Guid batchId, CancellationToken cancellationToken)
    {
        using var answer = await http.PostAsync(
            new Uri($"internal/v1/batches/{batchId}/close-intake", UriKind.Relative),
            null,
            cancellationToken
        );
        await answer.CheckAsync(cancellationToken);
    }

    Task<EssaysDocument> AskAsync(Guid batchId, string cursor, CancellationToken cancellationToken) =>
        http.AskAsync<EssaysDocument>($"v1/batches/{batchId}/essays?limit=200{cursor}", cancellationToken);
}
