using System.Net;

namespace Phase1.Portal.Neighbours;

/// <summary>The texts of essays, of File Intake.</summary>
sealed class TextsClient(HttpClient http)
{
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
}
