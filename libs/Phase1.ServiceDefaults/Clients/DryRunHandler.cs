using Phase1.Messaging;

namespace Phase1.ServiceDefaults;

/// <summary>Lets a dry run ask other services and change nothing in them: no rollback would undo it.</summary>
sealed class DryRunHandler : DelegatingHandler
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        DryRunScope.IsOpen && request.Method != HttpMethod.Get
            ? throw new ProcessingFailureException(DryRunScope.Refusal, "Handling it changes something in another service.")
            : base.SendAsync(request, cancellationToken);
}
