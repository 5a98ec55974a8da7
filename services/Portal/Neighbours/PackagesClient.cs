using Phase1.ServiceDefaults;

namespace Phase1.Portal.Neighbours;

/// <summary>What all services hold about a student, put together by Tickets.</summary>
sealed class PackagesClient(HttpClient http)
{
    /// <summary>Every service is asked for its part while the package is made.</summary>
    internal static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    /// <summary>The package, which whoever takes it disposes of.</summary>
    /// <exception cref="ProblemException">404, or 409 when it is not ready or was handed over.</exception>
    internal async Task<HttpResponseMessage> FetchAsync(string ticketId, CancellationToken cancellationToken)
    {
        var answer = await http.GetAsync(
            new Uri($"v1/tickets/{Uri.EscapeDataString(ticketId)}/package", UriKind.Relative),
            HttpCompletionOption.ResponseHeadersRead,
            cancellationToken
        );
        await answer.CheckAsync(cancellationToken);
        return answer;
    }
}
