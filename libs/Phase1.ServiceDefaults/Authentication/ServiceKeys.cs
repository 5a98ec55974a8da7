using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;

namespace Phase1.ServiceDefaults;

/// <summary>
/// The keys that callers bring, each bound to the caller's name, and the one that this service brings to others. A caller may have several at a
/// time, so that a key is changed without a pause.
/// </summary>
sealed class ServiceKeys
{
    /// <summary>Published with the source, therefore accepted in the Development environment alone, and there from everybody.</summary>
    internal const string Development = "phase1-development-key";

    /// <summary>The setting of the key that this service sends.</summary>
    internal const string OwnKey = "Authentication:OwnKey";

    const string CallersSection = "Authentication:Callers";
    const int ShortestKey = 16;

    readonly Dictionary<string, KeyDigest[]> _callers;
    readonly KeyDigest? _everybody;

    ServiceKeys(string? own, Dictionary<string, KeyDigest[]> callers, KeyDigest? everybody)
    {
        Own = own;
        _callers = callers;
        _everybody = everybody;
    }

    /// <summary>Sent with every call to another service; null where none is configured.</summary>
    internal string? Own { get; }

    /// <summary>Whether a key is one of the caller's.</summary>
    /// <param name="caller">X-Service-ID.</param>
    /// <param name="key">X-Internal-API-Key.</param>
    internal bool Accept(string caller, string key)
    {
        var digest = KeyDigest.Of(key);
        // All are compared, so that the time does not tell which of several it is.
        var accepted = _everybody is { } everybody && everybody.Equals(digest);
        foreach (var known in _callers.GetValueOrDefault(caller, []))
        {
            accepted |= known.Equals(digest);
        }
        return accepted;
    }

    internal static ServiceKeys Read(IConfiguration configuration, IHostEnvironment environment)
    {
        var callers = configuration
            .GetSection(CallersSection)
            .GetChildren()
            .ToDictionary(caller => caller.Key, KeysOf, StringComparer.Ordinal);
        var own = configuration[OwnKey] is { Length: > 0 } text ? text : null;
        foreach (var (caller, keys) in callers)
        {
            foreach (var key in keys)
            {
                Check($"{CallersSection}:{caller}", key, environment);
            }
        }
        if (own is not null)
        {
            Check(OwnKey, own, environment);
        }
        RefuseSharedKeys(callers);
        if (callers.Count > 0)
        {
            return new(own, callers.ToDictionary(caller => caller.Key, caller => caller.Value.Select(KeyDigest.Of).ToArray()), null);
        }
        return environment.IsDevelopment()
            ? new(own ?? Development, [], KeyDigest.Of(Development))
            : throw new ConfigurationException(
                $"{CallersSection} is missing: the keys of each caller, under its name (environment variable Authentication__Callers__portal)."
            );
    }

    // A list, or one text with commas, which is how an environment variable holds two keys.
    static string[] KeysOf(IConfigurationSection caller) =>
        [
            .. caller
                .GetChildren()
                .Select(key => key.Value)
                .Prepend(caller.Value)
                .SelectMany(text => (text ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)),
        ];

    static void Check(string setting, string key, IHostEnvironment environment)
    {
        if (key == Development && !environment.IsDevelopment())
        {
            throw new ConfigurationException(
                $"{setting} is the published development key, which the environment {environment.EnvironmentName} refuses."
            );
        }
        if (key.Length < ShortestKey || key.Any(char.IsWhiteSpace))
        {
            throw new ConfigurationException($"{setting} must have at least {ShortestKey} characters and no blanks.");
        }
    }

    // With a key in common one caller could go by the other's name.
    static void RefuseSharedKeys(Dictionary<string, string[]> callers)
    {
        var shared = callers
            .SelectMany(caller => caller.Value.Distinct().Select(key => (caller.Key, Value: key)))
            .GroupBy(entry => entry.Value, entry => entry.Key)
            .FirstOrDefault(names => names.Count() > 1);
        if (shared is not null)
        {
            throw new ConfigurationException($"{CallersSection}: {string.Join(" and ", shared)} have the same key.");
        }
    }
}
