using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Phase1.Load.Suite;
using Phase1.Servers.Suites;

namespace Phase1.Load.Portal;

/// <summary>The same files, four at once, through the Portal and straight to File Intake, by turns.</summary>
sealed class UploadRace(RunningSuite suite, Visitor visitor, TimeProvider clock)
{
    const int Files = 100;
    const int Bytes = 100_000;
    const int AtOnce = 4;
    const int Rounds = 3;

    internal sealed record Result(double PortalPerS, double DirectPerS)
    {
        internal double Ratio => Math.Round(DirectPerS / PortalPerS, 2);
    }

    internal async Task<Result> RunAsync(CancellationToken cancellationToken)
    {
        using var direct = Direct(SuiteService.FileIntake);
        // The first round of each has the runtime compile what is measured.
        await RoundAsync(PortalAsync, cancellationToken);
        await RoundAsync(DirectAsync, cancellationToken);
        var (portal, straight) = (new List<double>(), new List<double>());
        for (var round = 0; round < Rounds; round++)
        {
            portal.Add(await RoundAsync(PortalAsync, cancellationToken));
            straight.Add(await RoundAsync(DirectAsync, cancellationToken));
        }
        return new(Math.Round(Files / Median(portal), 1), Math.Round(Files / Median(straight), 1));

        Task<HttpStatusCode> PortalAsync(Guid batch, HttpContent file) =>
            visitor.SendAsync(HttpMethod.Put, $"/batches/{batch}/files/{Guid.NewGuid()}", file, cancellationToken);

        async Task<HttpStatusCode> DirectAsync(Guid batch, HttpContent file)
        {
            using var request = new HttpRequestMessage(
                HttpMethod.Put,
                new Uri($"/v1/files/batch/{batch}/files/{Guid.NewGuid()}", UriKind.Relative)
            )
            {
                Content = file,
            };
            request.Headers.Add("X-File-Name", "text.txt");
            using var answer = await direct.SendAsync(request, cancellationToken);
            return answer.StatusCode;
        }
    }

    /// <returns>How many seconds all files took.</returns>
    async Task<double> RoundAsync(Func<Guid, HttpContent, Task<HttpStatusCode>> put, CancellationToken cancellationToken)
    {
        var batch = await RegisterAsync(cancellationToken);
        var next = 0;
        var began = clock.GetTimestamp();
        await Task.WhenAll(Enumerable.Range(0, AtOnce).Select(_ => WorkAsync()));
        return clock.GetElapsedTime(began).TotalSeconds;

        async Task WorkAsync()
        {
            while (Interlocked.Increment(ref next) is <= Files and var number)
            {
                using var file = File(number);
                if (await put(batch, file) is not HttpStatusCode.Accepted and var status)
                {
                    throw new InvalidOperationException($"A file was answered with {(int)status}.");
                }
            }
        }
    }

    async Task<Guid> RegisterAsync(CancellationToken cancellationToken)
    {
        using var orchestrator = Direct(SuiteService.BatchOrchestrator);
        using var answer = await orchestrator.PostAsJsonAsync(
            new Uri("/v1/batches/register", UriKind.Relative),
            new { expected_essay_count = Files, course_code = "ENG6" },
            cancellationToken
        );
        var document = await answer.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonElement>(cancellationToken);
        return document.GetProperty("batch_id").GetGuid();
    }

    HttpClient Direct(SuiteService service)
    {
        var client = new HttpClient { BaseAddress = new Uri(suite.AddressesOf(service).First()) };
        client.DefaultRequestHeaders.Add("X-Internal-API-Key", "phase1-development-key");
        client.DefaultRequestHeaders.Add("X-Service-ID", "load");
        client.DefaultRequestHeaders.Add("X-User-ID", PortalScene.Teacher);
        return client;
    }

    // Another one each time: the same file twice is refused.
    static ByteArrayContent File(int number)
    {
        var line = string.Create(CultureInfo.InvariantCulture, $"{Guid.NewGuid()} the day we moved to the north ({number})\n");
        var bytes = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(line, (Bytes / line.Length) + 1)))[..Bytes];
        return new(bytes) { Headers = { ContentType = new MediaTypeHeaderValue("application/octet-stream") } };
    }

    static double Median(List<double> seconds) => seconds.Order().ElementAt(seconds.Count / 2);
}
