namespace Phase1.Messaging.Telemetry;

/// <summary>What a service's own spans and measurements go under, so that several services in one process can be told apart.</summary>
public static class TelemetryNames
{
    /// <summary>The name of the service's ActivitySource and of its Meter.</summary>
    /// <param name="service">The service's name on the wire.</param>
    public static string Of(string service) => $"Phase1.{service}";
}
