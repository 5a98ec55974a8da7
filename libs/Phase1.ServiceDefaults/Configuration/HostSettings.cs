using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using Npgsql;

namespace Phase1.ServiceDefaults;

/// <summary>The settings without which a host does not start.</summary>
sealed record HostSettings(string? Database, string? Log, ServiceKeys Keys, AllowedHosts Hosts, string? DemoClock, Uri? Otlp)
{
    internal static HostSettings Read(IConfiguration configuration, IHostEnvironment environment, bool usesDatabase) =>
        new(
            usesDatabase ? ConnectionString(configuration, "Database") : null,
            usesDatabase && EngineLog.TransportOf(configuration) == LogTransport.Postgres ? ConnectionString(configuration, "Log") : null,
            ServiceKeys.Read(configuration, environment),
            AllowedHosts.Read(configuration),
            DemoClockOf(configuration["Demo:Clock"], environment),
            OtlpOf(configuration["Otlp:Endpoint"])
        );

    static string ConnectionString(IConfiguration configuration, string name)
    {
        var setting = $"ConnectionStrings:{name}";
        var text = configuration[setting];
        if (string.IsNullOrWhiteSpace(text))
        {
            throw ConfigurationException.Missing(setting);
        }
        try
        {
            return new NpgsqlConnectionStringBuilder(text) is { Host.Length: > 0, Database.Length: > 0 }
                ? text
                : throw new ConfigurationException($"{setting} must name a host and a database.");
        }
        catch (ArgumentException)
        {
            // The text may hold a password: it is not repeated.
            throw new ConfigurationException($"{setting} is not a PostgreSQL connection string.");
        }
    }

    static string? DemoClockOf(string? path, IHostEnvironment environment) =>
        string.IsNullOrWhiteSpace(path) ? null
        : environment.IsDevelopment() ? path
        : throw new ConfigurationException("Demo:Clock is for the Development environment only.");

    static Uri? OtlpOf(string? endpoint) =>
        string.IsNullOrWhiteSpace(endpoint) ? null
        : Uri.TryCreate(endpoint, UriKind.Absolute, out var uri) && uri.Scheme is ("http" or "https") ? uri
        : throw new ConfigurationException("Otlp:Endpoint is not an absolute http address.");
}
