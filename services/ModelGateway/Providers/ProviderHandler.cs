using System.Net;
using System.Net.Http.Headers;

namespace Phase1.ModelGateway.Providers;

/// <summary>
/// Between a vendor's client and the network: puts key and codes on requests, and sorts what comes back before the client has its own opinion. Status,
/// pause and usage of a failed answer are known here alone, and the words of a provider's error, which may quote what was sent, go no further.
/// </summary>
/// <param name="options">Of the provider.</param>
/// <param name="clock">To read a pause that is given as a date.</param>
/// <param name="complete">Adds to an answer what the vendor's client cannot do without.</param>
sealed class ProviderHandler(ProviderOptions options, TimeProvider clock, Func<byte[], byte[]> complete) : DelegatingHandler
{
    const long LargestAnswer = 2 * 1024 * 1024;

    static readonly TimeSpan LongestPause = TimeSpan.FromHours(1);

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var exchange = ProviderExchange.Current ?? throw new InvalidOperationException("A request of nobody.");
        Prepare(request.Headers, exchange);
        var response = await ConnectAsync(exchange, request, cancellationToken);
        if (FailureOf(response) is { } failure)
        {
            response.Dispose();
            throw Fail(exchange, failure);
        }
        await ReadAsync(exchange, response, cancellationToken);
        return response;
    }

    void Prepare(HttpRequestHeaders headers, ProviderExchange exchange)
    {
        // The vendor's client has put a placeholder there.
        headers.Remove("x-api-key");
        headers.Authorization = null;
        if (exchange.Key is not null && options.Format == ProviderFormat.Openai)
        {
            headers.Authorization = new AuthenticationHeaderValue("Bearer", exchange.Key);
        }
        else if (exchange.Key is not null)
        {
            headers.Add("x-api-key", exchange.Key);
        }
        Set(headers, "X-Phase1-Task-Type", exchange.TaskType);
        Set(headers, "X-Phase1-Caller", exchange.Caller);
        foreach (var (name, value) in options.Headers)
        {
            Set(headers, name, value);
        }
    }

    async Task<HttpResponseMessage> ConnectAsync(ProviderExchange exchange, HttpRequestMessage request, CancellationToken cancellationToken)
    {
        try
        {
            return await base.SendAsync(request, cancellationToken);
        }
        // A connection that is not made in its time ends as if it had been cancelled.
        catch (Exception error)
            when (error is HttpRequestException or IOException
                || (error is OperationCanceledException && !cancellationToken.IsCancellationRequested)
            )
        {
            throw Fail(exchange, new(FailureKind.ConnectFailed));
        }
    }

    ProviderFailure? FailureOf(HttpResponseMessage response) =>
        (int)response.StatusCode switch
        {
            200 => null,
            401 or 403 => new(FailureKind.KeyRefused, (int)response.StatusCode),
            408 or >= 500 => new(FailureKind.ServerError, (int)response.StatusCode),
            429 => new(FailureKind.RateLimited, 429, PauseOf(response.Headers.RetryAfter)),
            >= 400 => new(FailureKind.RequestRefused, (int)response.StatusCode),
            // A redirection would take what is sent to an address that nobody has configured.
            _ => new(FailureKind.BadAnswer, (int)response.StatusCode),
        };

    TimeSpan? PauseOf(RetryConditionHeaderValue? retryAfter) =>
        (retryAfter?.Delta ?? retryAfter?.Date - clock.GetUtcNow()) is { } pause
            ? TimeSpan.FromTicks(Math.Clamp(pause.Ticks, 0, LongestPause.Ticks))
            : null;

    async Task ReadAsync(ProviderExchange exchange, HttpResponseMessage response, CancellationToken cancellationToken)
    {
        try
        {
            await response.Content.LoadIntoBufferAsync(LargestAnswer, cancellationToken);
            exchange.Body = await response.Content.ReadAsByteArrayAsync(cancellationToken);
            var completed = new ByteArrayContent(complete(exchange.Body));
            completed.Headers.ContentType = response.Content.Headers.ContentType;
            response.Content = completed;
        }
        catch (Exception error) when (error is HttpRequestException or IOException)
        {
            var kind = error is HttpRequestException { HttpRequestError: HttpRequestError.ConfigurationLimitExceeded }
                ? FailureKind.BadAnswer
                : FailureKind.Cut;
            response.Dispose();
            throw Fail(exchange, new(kind, (int)HttpStatusCode.OK));
        }
    }

    static ProviderFailedException Fail(ProviderExchange exchange, ProviderFailure failure)
    {
        exchange.Failure = failure;
        return new ProviderFailedException();
    }

    static void Set(HttpRequestHeaders headers, string name, string? value)
    {
        headers.Remove(name);
        if (value is not null)
        {
            headers.TryAddWithoutValidation(name, value);
        }
    }
}
