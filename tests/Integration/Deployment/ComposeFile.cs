using System.Globalization;
using System.Text.Json;

namespace Phase1.Integration.Tests.Deployment;

/// <summary>A compose file as docker-compose understands it, with every variable filled in.</summary>
sealed class ComposeFile(JsonElement root)
{
    internal IReadOnlyList<ComposeService> Services =>
        [.. root.GetProperty("services").EnumerateObject().Select(service => new ComposeService(service.Name, service.Value))];

    internal ComposeService this[string name] => Services.Single(service => service.Name == name);
}

/// <summary>One container of a compose file.</summary>
sealed record ComposeService(string Name, JsonElement Settings)
{
    internal string? Image => Text("image");

    internal string? HostName => Text("hostname");

    internal string? User => Text("user");

    /// <summary>The most memory that it gets, in bytes; null where nothing bounds it.</summary>
    internal long? MemoryLimit => Text("mem_limit") is { } limit ? BytesOf(limit) : null;

    /// <summary>The most processes and threads that it gets.</summary>
    internal int? ProcessLimit => Settings.TryGetProperty("pids_limit", out var limit) ? limit.GetInt32() : null;

    internal bool HasHealthCheck => Settings.TryGetProperty("healthcheck", out _);

    /// <summary>The folder under services/ that it is built from; null for a foreign image.</summary>
    internal string? BuiltFrom =>
        Settings.TryGetProperty("build", out var build) ? build.GetProperty("args").GetProperty("SERVICE").GetString() : null;

    internal IReadOnlyDictionary<string, string> Environment =>
        Settings.TryGetProperty("environment", out var environment)
            ? environment.EnumerateObject().ToDictionary(setting => setting.Name, setting => setting.Value.ToString())
            : [];

    /// <summary>The addresses of this machine where its ports are published.</summary>
    internal IEnumerable<string> PublishedOn =>
        Settings.TryGetProperty("ports", out var ports) ? ports.EnumerateArray().Select(AddressOf) : [];

    /// <summary>What must be well before it starts.</summary>
    internal IEnumerable<string> StartsAfter =>
        Settings.TryGetProperty("depends_on", out var others)
            ? others
                .EnumerateObject()
                .Where(other => other.Value.GetProperty("condition").GetString() == "service_healthy")
                .Select(other => other.Name)
            : [];

    // Version 1 of docker-compose writes "address:published:target", version 2 an object.
    static string AddressOf(JsonElement port) =>
        port.ValueKind == JsonValueKind.Object
            ? port.TryGetProperty("host_ip", out var address)
                ? address.GetString()!
                : "everywhere"
            : port.GetString()!.Split(':') is [.. var host, _, _]
                ? string.Join(':', host)
                : "everywhere";

    // Version 1 repeats what stands there, version 2 writes bytes.
    static long BytesOf(string limit) =>
        limit[^1] switch
        {
            'g' => Number(limit[..^1]) * 1024 * 1024 * 1024,
            'm' => Number(limit[..^1]) * 1024 * 1024,
            _ => Number(limit),
        };

    static long Number(string text) => long.Parse(text, CultureInfo.InvariantCulture);

    string? Text(string name) => Settings.TryGetProperty(name, out var text) ? text.ToString() : null;
}
