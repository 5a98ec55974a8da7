using Phase1.ModelGateway.Providers.Anthropic;
using Phase1.ModelGateway.Providers.OpenAi;

namespace Phase1.ModelGateway.Providers;

/// <summary>Makes the client of each configured provider, with connections of its own.</summary>
static class ProviderClients
{
    static readonly TimeSpan ConnectTimeout = TimeSpan.FromSeconds(2);

    /// <summary>A client.</summary>
    /// <param name="options">Of the provider.</param>
    /// <param name="clock">The service's clock.</param>
    internal static IProviderClient Of(ProviderOptions options, TimeProvider clock)
    {
        Func<byte[], byte[]> complete = options.Format == ProviderFormat.Openai ? static body => body : AnthropicMessagesClient.WithUsage;
        var http = new HttpClient(new ProviderHandler(options, clock, complete) { InnerHandler = ConnectionsOf(options) })
        {
            // The attempt's own time ends the wait.
            Timeout = Timeout.InfiniteTimeSpan,
        };
        return options.Format == ProviderFormat.Openai ? new OpenAiClient(options, http) : new AnthropicMessagesClient(options, http);
    }

    static SocketsHttpHandler ConnectionsOf(ProviderOptions options) =>
        new()
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            ConnectTimeout = ConnectTimeout,
            MaxConnectionsPerServer = options.MaxConcurrency,
            // Who a provider is may change while the process runs: names are looked up anew.
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        };
}
