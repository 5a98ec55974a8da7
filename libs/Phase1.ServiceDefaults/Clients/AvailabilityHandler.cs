using System.Net;

namespace Phase1.ServiceDefaults;

/// <summary>Says "not available" where the other service cannot answer; everything else is an answer.</summary>
sealed class AvailabilityHandler(string service, TimeSpan patience, NetworkClock clock) : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        using var timeout = new CancellationTokenSource(patience, clock.Time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);
        HttpResponseMessage? response = null;
        try
        {
            response = await base.SendAsync(request, either.Token);
            // An answer is one when all of it is there: a body that stops halfway would be waited for without end.
            await response.Content.LoadIntoBufferAsync(either.Token);
        }
        catch (Exception error) when (error is HttpRequestException or IOException)
        {
            response?.Dispose();
            throw new ServiceUnavailableException(service, error);
        }
        catch (OperationCanceledException error) when (!cancellationToken.IsCancellationRequested)
        {
            response?.Dispose();
            throw new ServiceUnavailableException(service, error);
        }
        if (IsAnswer(response.StatusCode) || (request.TakesRefusals() && IsRefusal(response.StatusCode)))
        {
            return response;
        }
        response.Dispose();
        throw new ServiceUnavailableException(service);
    }

    static bool IsAnswer(HttpStatusCode status) =>
        status is < HttpStatusCode.InternalServerError and not (HttpStatusCode.RequestTimeout or HttpStatusCode.TooManyRequests);

    static bool IsRefusal(HttpStatusCode status) => status is HttpStatusCode.TooManyRequests or HttpStatusCode.ServiceUnavailable;
}
