using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Phase1.ServiceDefaults;

namespace Phase1.Portal.Oidc;

/// <summary>The school's provider, as far as it must answer before anybody is sent there.</summary>
sealed class OidcProvider(IOptionsMonitor<OpenIdConnectOptions> handler, PortalOptions options, NetworkClock clock)
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    internal OidcOptions Options => options.Oidc;

    /// <summary>What the provider says of itself; null when it does not answer.</summary>
    internal async Task<OpenIdConnectConfiguration?> FindAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await handler
                .Get(OidcModule.Scheme)
                .ConfigurationManager!.GetConfigurationAsync(cancellationToken)
                .WaitAsync(Patience, clock.Time, cancellationToken);
        }
        // The manager wraps whatever it met.
        catch (Exception error) when (error is TimeoutException or InvalidOperationException or IOException or HttpRequestException)
        {
            return null;
        }
    }

    /// <summary>Where a person signs out at the provider; null where there is none, or it does not answer.</summary>
    internal async Task<string?> SignOutAddressAsync(CancellationToken cancellationToken) =>
        Options.IsOn && await FindAsync(cancellationToken) is { EndSessionEndpoint: { Length: > 0 } address }
            ? $"{address}{(address.Contains('?', StringComparison.Ordinal) ? '&' : '?')}client_id={Uri.EscapeDataString(Options.ClientId!)}"
            : null;
}
