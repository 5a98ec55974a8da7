using System.Net;

namespace Phase1.ServiceDefaults;

/// <summary>Says "not available" where the other service cannot answer; everything else is an answer.</summary>
sealed class AvailabilityHandler(string service) : DelegatingHandler
{
    // Longer than any route of ours takes, shorter than a caller's patience.
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        // A network time-out measures the machine's time, not the domain's: moving a test's or the demo's clock must not break a call.
        using var timeout = new CancellationTokenSource(Patience, TimeProvider.System);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);
        HttpResponseMessage response;
        try
        {
            response = await base.SendAsync(request, either.Token);
        }
        catch (HttpRequestException error)
        {
            throw new ServiceUnavailableException(service, error);
        }
        catch (OperationCanceledException error) when (!cancellationToken.IsCancellationRequested)
        {
            throw new ServiceUnavailableException(service, error);
        }
        if (
            response.StatusCode
            is < HttpStatusCode.InternalServerError
                and not (HttpStatusCode.RequestTimeout or HttpStatusCode.TooManyRequests)
        )
        {
            return response;
        }
        response.Dispose();
        throw new ServiceUnavailableException(service);
    }
}
