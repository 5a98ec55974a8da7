using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Phase1.ServiceDefaults;
using Phase1.Tests.Infrastructure;

namespace Phase1.Unit.Tests.ServiceDefaults;

public sealed class ServiceClientTests
{
    const string Correlation = "01890a5d-ac96-774b-bcce-b302099a8057";

    [Fact]
    public async Task A_call_carries_key_service_identity_and_correlation()
    {
        HttpRequestMessage? sent = null;
        var answer = await AskAsync(request =>
        {
            sent = request;
            return new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent("roster") };
        });

        (await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldBe("roster");
        sent!.RequestUri!.ToString().ShouldBe("http://classes.test/base/v1/classes");
        Header(HeaderNames.ApiKey).ShouldBe(ServiceKeys.Development);
        Header(HeaderNames.ServiceId).ShouldBe("calling_service");
        Header(HeaderNames.UserId).ShouldBe("teacher-1");
        Header(HeaderNames.OrgId).ShouldBe("org-1");
        Header(HeaderNames.CorrelationId).ShouldBe(Correlation);

        string Header(string name) => sent!.Headers.GetValues(name).Single();
    }

    [Theory]
    [InlineData(HttpStatusCode.InternalServerError)]
    [InlineData(HttpStatusCode.ServiceUnavailable)]
    [InlineData(HttpStatusCode.TooManyRequests)]
    public async Task A_server_error_is_503_to_the_caller(HttpStatusCode status)
    {
        var answer = await AskAsync(_ => new HttpResponseMessage(status));

        answer.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        answer.Headers.RetryAfter.ShouldNotBeNull();
    }

    [Fact]
    public async Task An_unreachable_service_is_503_to_the_caller()
    {
        var answer = await AskAsync(_ => throw new HttpRequestException("refused"));

        answer.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
    }

    [Fact]
    public async Task A_service_that_never_answers_is_503_to_the_caller()
    {
        ManualTimeProvider time = new();

        var answer = await AskAsync(
            async (_, cancellationToken) =>
            {
                time.Advance(TimeSpan.FromSeconds(10));
                await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellationToken);
                return new HttpResponseMessage(HttpStatusCode.OK);
            },
            time
        );

        answer.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
    }

    [Fact]
    public async Task An_answer_that_stops_halfway_is_503_to_the_caller()
    {
        ManualTimeProvider time = new();

        var answer = await AskAsync(
            (_, _) => Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK) { Content = new Halting(time) }),
            time
        );

        answer.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
    }

    [Fact]
    public async Task An_answer_whose_connection_breaks_is_503_to_the_caller()
    {
        var answer = await AskAsync(_ => new HttpResponseMessage(HttpStatusCode.OK) { Content = new StreamContent(new Broken()) });

        answer.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
    }

    [Fact]
    public async Task An_answer_below_500_is_the_client_s_to_judge()
    {
        var answer = await AskAsync(_ => new HttpResponseMessage(HttpStatusCode.NotFound) { Content = new StringContent("none") });

        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    static Task<HttpResponseMessage> AskAsync(Func<HttpRequestMessage, HttpResponseMessage> other) =>
        AskAsync((request, _) => Task.FromResult(other(request)), TimeProvider.System);

    static async Task<HttpResponseMessage> AskAsync(
        Func<HttpRequestMessage, CancellationToken, Task<HttpResponseMessage>> other,
        TimeProvider time
    )
    {
        await using var app = Phase1Host.Build(
            new CallingService(),
            ["--environment=Development", "--urls=http://127.0.0.1:0", "--Services:ClassManagement=http://classes.test/base"],
            builder =>
            {
                builder.Logging.ClearProviders();
                builder.Services.AddSingleton(new NetworkClock(time));
                builder.Services.ConfigureHttpClientDefaults(client => client.ConfigurePrimaryHttpMessageHandler(() => new Fake(other)));
            }
        );
        await app.StartAsync(TestContext.Current.CancellationToken);
        using var client = new HttpClient { BaseAddress = new Uri(app.Urls.First()) };
        using var request = new HttpRequestMessage(HttpMethod.Get, "/v1/ask");
        request.Headers.Add(HeaderNames.ApiKey, ServiceKeys.Development);
        request.Headers.Add(HeaderNames.ServiceId, "tests");
        request.Headers.Add(HeaderNames.UserId, "teacher-1");
        request.Headers.Add(HeaderNames.OrgId, "org-1");
        request.Headers.Add(HeaderNames.CorrelationId, Correlation);
        var answer = await client.SendAsync(request, TestContext.Current.CancellationToken);
        await app.StopAsync(TestContext.Current.CancellationToken);
        return answer;
    }

    sealed class Fake(Func<HttpRequestMessage, CancellationToken, Task<HttpResponseMessage>> answer) : HttpMessageHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            await Task.Yield();
            return await answer(request, cancellationToken);
        }
    }

    /// <summary>Some bytes, then none for longer than anybody waits.</summary>
    sealed class Halting(ManualTimeProvider time) : HttpContent
    {
        protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
            SerializeToStreamAsync(stream, context, CancellationToken.None);

        protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
        {
            await stream.WriteAsync("ros"u8.ToArray(), cancellationToken);
            time.Advance(TimeSpan.FromSeconds(10));
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellationToken);
        }

        protected override bool TryComputeLength(out long length)
        {
            length = 0;
            return false;
        }
    }

    sealed class Broken : MemoryStream
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            throw new IOException("The connection was reset.");

        public override Task CopyToAsync(Stream destination, int bufferSize, CancellationToken cancellationToken) =>
            throw new IOException("The connection was reset.");
    }
}
