using System.Net;
using Phase1.ServiceDefaults;

namespace Phase1.Portal.Neighbours;

// What every service answers to those who watch over rules and data.
abstract partial class EngineClient
{
    /// <summary>The settings that it works with, by section and name; null where it does not say.</summary>
    internal async Task<SettingsDocument?> SettingsAsync(CancellationToken cancellationToken)
    {
        using var answer = await http.GetAsync(new Uri("internal/v1/service", UriKind.Relative), cancellationToken);
        return answer.StatusCode == HttpStatusCode.NotFound ? null : await answer.ReadAsync<SettingsDocument>(cancellationToken);
    }

    /// <summary>How long it keeps what.</summary>
    internal Task<RetentionReport> RetentionAsync(CancellationToken cancellationToken) =>
        http.AskAsync<RetentionReport>("internal/v1/retention", cancellationToken);

    /// <summary>Who has opened which body of a dead letter.</summary>
    internal Task<IReadOnlyList<BodyAccessDocument>> BodyAccessesAsync(CancellationToken cancellationToken) =>
        ListAsync<BodyAccessDocument>("internal/v1/dead-letter-accesses", cancellationToken);

    /// <summary>All pages; empty where the service has no such list.</summary>
    private protected async Task<IReadOnlyList<T>> ListAsync<T>(string address, CancellationToken cancellationToken)
    {
        var (items, cursor) = (new List<T>(), "");
        do
        {
            using var answer = await http.GetAsync(new Uri($"{address}?limit=200{cursor}", UriKind.Relative), cancellationToken);
            if (answer.StatusCode == HttpStatusCode.NotFound)
            {
                return items;
            }
            var page = await answer.ReadAsync<ListDocument<T>>(cancellationToken);
            items.AddRange(page.Items);
            cursor = page.NextCursor is { } next ? $"&cursor={Uri.EscapeDataString(next)}" : "";
        } while (cursor.Length > 0);
        return items;
    }
}
