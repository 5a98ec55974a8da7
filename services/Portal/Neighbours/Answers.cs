using System.Text.Json;
using Phase1.ServiceDefaults;

namespace Phase1.Portal.Neighbours;

/// <summary>Reads what a service answers. What it refuses, it refuses to the Portal's caller too, by the same code.</summary>
static class Answers
{
    internal static async Task<T> AskAsync<T>(this HttpClient http, string address, CancellationToken cancellationToken)
    {
        using var answer = await http.GetAsync(new Uri(address, UriKind.Relative), cancellationToken);
        return await answer.ReadAsync<T>(cancellationToken);
    }

    internal static async Task<T> ReadAsync<T>(this HttpResponseMessage answer, CancellationToken cancellationToken)
    {
        await answer.CheckAsync(cancellationToken);
        return (await answer.Content.ReadFromJsonAsync<T>(Phase1Json.Options, cancellationToken))!;
    }

    internal static async Task CheckAsync(this HttpResponseMessage answer, CancellationToken cancellationToken)
    {
        if (!answer.IsSuccessStatusCode)
        {
            throw Refusal((int)answer.StatusCode, await DocumentOfAsync(answer, cancellationToken));
        }
    }

    static ProblemException Refusal(int status, RefusalDocument? refusal)
    {
        var known = Problems.OfStatus(status);
        return new(refusal?.Code is { } code ? new Problem(code, status, known.Title) : known, known.Title, refusal?.Errors);
    }

    static async Task<RefusalDocument?> DocumentOfAsync(HttpResponseMessage answer, CancellationToken cancellationToken)
    {
        try
        {
            return await answer.Content.ReadFromJsonAsync<RefusalDocument>(Phase1Json.Options, cancellationToken);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    sealed record RefusalDocument(string? Code, Dictionary<string, string[]>? Errors = null);
}
