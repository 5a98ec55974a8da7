using System.Net;

namespace Phase1.Servers.Suites;

/// <summary>What a service says of itself.</summary>
/// <param name="Status">Of the answer; null while nobody listens.</param>
/// <param name="Page">The checks.</param>
public sealed record Readiness(HttpStatusCode? Status, string Page)
{
    static readonly HttpClient Http = new() { Timeout = TimeSpan.FromSeconds(5) };

    public bool IsReady => Status == HttpStatusCode.OK;

    /// <summary>Asks a service of this machine.</summary>
    public static async Task<Readiness> AskAsync(int port, CancellationToken cancellationToken)
    {
        try
        {
            using var answer = await Http.GetAsync(new Uri($"http://127.0.0.1:{port}/readyz"), cancellationToken);
            return new(answer.StatusCode, await answer.Content.ReadAsStringAsync(cancellationToken));
        }
        catch (Exception away) when (away is HttpRequestException or IOException || IsTimeout(away, cancellationToken))
        {
            return new(null, "");
        }
    }

    static bool IsTimeout(Exception error, CancellationToken cancellationToken) =>
        error is OperationCanceledException && !cancellationToken.IsCancellationRequested;
}
