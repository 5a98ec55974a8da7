using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Phase1.Demo.Client;
using Phase1.Servers.Suites;

namespace Phase1.Cli.Doctor;

/// <summary>Asks the services, with GET alone.</summary>
/// <param name="key">The service key; null where there is none, and then only what is open to everybody is asked.</param>
/// <param name="clock">This machine's clock.</param>
sealed class Visit(string? key, TimeProvider clock) : IDisposable
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    readonly HttpClient _http = new(new SocketsHttpHandler { AllowAutoRedirect = false }) { Timeout = Patience };

    internal async Task<ServiceAnswers> AskAsync(SuiteService service, Uri address, CancellationToken cancellationToken)
    {
        var answers = new ServiceAnswers(service, address);
        using (var alive = await GetAsync(answers, "/livez", asCaller: false, cancellationToken))
        {
            if (alive?.StatusCode != HttpStatusCode.OK)
            {
                return answers;
            }
        }
        answers = answers with { IsAlive = true };
        using (var ready = await GetAsync(answers, "/readyz", asCaller: false, cancellationToken))
        {
            answers = answers with { Readiness = await ReadAsync<SeenReadiness>(ready, cancellationToken) };
        }
        if (key is not null)
        {
            answers = await AskReportAsync(answers, cancellationToken);
        }
        return service == SuiteService.Portal ? await AskSignInAsync(answers, cancellationToken) : answers;
    }

    public void Dispose() => _http.Dispose();

    async Task<ServiceAnswers> AskReportAsync(ServiceAnswers answers, CancellationToken cancellationToken)
    {
        var began = clock.GetUtcNow();
        using var report = await GetAsync(answers, "/internal/v1/service", asCaller: true, cancellationToken);
        return answers with
        {
            ReportedAt = began + (clock.GetUtcNow() - began) / 2,
            ReportStatus = report?.StatusCode,
            Report = report is { IsSuccessStatusCode: true } ? await ReadAsync<SeenReport>(report, cancellationToken) : null,
        };
    }

    async Task<ServiceAnswers> AskSignInAsync(ServiceAnswers answers, CancellationToken cancellationToken)
    {
        using var page = await GetAsync(answers, "/sign-in", asCaller: false, cancellationToken);
        return page is null
            ? answers
            : answers with
            {
                SignIn = new(page.StatusCode, page.Headers.Location?.ToString(), page.Headers.Contains("Content-Security-Policy")),
            };
    }

    /// <summary>Null where nobody answers.</summary>
    async Task<HttpResponseMessage?> GetAsync(ServiceAnswers asked, string path, bool asCaller, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(asked.Address, path));
        if (asCaller)
        {
            request.Headers.Add("X-Internal-API-Key", key);
            request.Headers.Add("X-Service-ID", DoctorKey.Caller);
            request.Headers.Add("X-User-ID", "doctor");
            request.Headers.Add("X-User-Roles", "operator");
        }
        try
        {
            return await _http.SendAsync(request, cancellationToken);
        }
        catch (Exception away)
            when (away is HttpRequestException || (away is TaskCanceledException && !cancellationToken.IsCancellationRequested))
        {
            return null;
        }
    }

    /// <summary>Null for what is no such document: somebody else listens there.</summary>
    static async Task<T?> ReadAsync<T>(HttpResponseMessage? answer, CancellationToken cancellationToken)
        where T : class
    {
        try
        {
            return answer is null ? null : await answer.Content.ReadFromJsonAsync<T>(Wire.Json, cancellationToken);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
