using System.Text;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Phase1.ServiceDefaults;

/// <summary>Calls between services.</summary>
public static class ServiceClients
{
    // Longer than any route of ours takes, and shorter than callers wait.
    static readonly TimeSpan UsualPatience = TimeSpan.FromSeconds(10);

    /// <summary>
    /// Adds a typed client of another service. Its <see cref="HttpClient"/> knows the base address (<c>Services:Name</c>), sends key, service
    /// id, identity and correlation id, and throws <see cref="ServiceUnavailableException"/> where the other service cannot answer.
    /// </summary>
    /// <typeparam name="TClient">The client; takes an <see cref="HttpClient"/>.</typeparam>
    /// <param name="services">The service's container.</param>
    /// <param name="service">The other service's name in the configuration, as in <c>ClassManagement</c>.</param>
    /// <param name="patience">How long an answer is waited for, from the first byte sent to the last one received; 10 s when not given.</param>
    public static IHttpClientBuilder AddServiceClient<TClient>(this IServiceCollection services, string service, TimeSpan? patience = null)
        where TClient : class
    {
        services
            .AddOptions<ServiceAddress>(service)
            .Configure<IConfiguration>((address, configuration) => address.Text = configuration[$"Services:{service}"])
            .Validate(address => address.IsValid, $"Services:{service} must be an absolute http address.")
            .Validate<ServiceKeys>(
                (_, keys) => keys.Own is not null,
                $"{ServiceKeys.OwnKey} is missing: the key that this service calls others with."
            )
            .ValidateOnStart();
        services.AddHttpContextAccessor();
        services.TryAddTransient<OutgoingHeadersHandler>();
        services.TryAddTransient<DryRunHandler>();
        services.TryAddSingleton(new NetworkClock(TimeProvider.System));
        return services
            .AddHttpClient<TClient>(
                (provider, client) =>
                {
                    client.BaseAddress = provider.GetRequiredService<IOptionsMonitor<ServiceAddress>>().Get(service).Uri;
                    // The handler below ends the wait, since it can tell a time-out from a caller who went away.
                    client.Timeout = Timeout.InfiniteTimeSpan;
                }
            )
            .RemoveAllLoggers()
            // Kestrel reads headers as UTF-8, and a user's id is any text: the client must not refuse what the server takes.
            .ConfigurePrimaryHttpMessageHandler(
                static (handler, _) =>
                {
                    if (handler is SocketsHttpHandler sockets)
                    {
                        sockets.RequestHeaderEncodingSelector = static (_, _) => Encoding.UTF8;
                    }
                }
            )
            .AddHttpMessageHandler(provider => new AvailabilityHandler(
                service,
                patience ?? UsualPatience,
                provider.GetRequiredService<NetworkClock>()
            ))
            .AddHttpMessageHandler<DryRunHandler>()
            .AddHttpMessageHandler<OutgoingHeadersHandler>();
    }
}
