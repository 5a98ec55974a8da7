using Phase1.Messaging;

namespace Phase1.ServiceDefaults;

/// <summary>Another service cannot be reached, answers with a server error, or does not answer in time. Callers over HTTP get 503; consumers try again.</summary>
/// <param name="service">The service's name in the configuration.</param>
/// <param name="inner">What the client met, if anything.</param>
public sealed class ServiceUnavailableException(string service, Exception? inner = null)
    : InfrastructureException($"The service {service} is not available.", inner)
{
    /// <summary>The service's name in the configuration.</summary>
    public string Service { get; } = service;
}
