using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Primitives;

namespace Phase1.ServiceDefaults;

/// <summary>
/// The host names that a service answers to. A page in a browser can have any name point to this machine; with a name that nobody has chosen
/// it gets no answer.
/// </summary>
sealed class AllowedHosts
{
    // Containers and processes call one another by the machine's name.
    static readonly string[] Defaults = ["localhost", "127.0.0.1", "[::1]", Environment.MachineName];

    readonly List<StringSegment> _names;
    readonly bool _any;

    AllowedHosts(IReadOnlyList<string> names)
    {
        _any = names.Contains("*", StringComparer.Ordinal);
        _names = [.. names.Select(name => new StringSegment(new HostString(name).ToUriComponent()))];
    }

    internal bool Include(HostString host) => _any || (host.HasValue && HostString.MatchesAny(new StringSegment(host.Host), _names));

    internal static AllowedHosts Read(IConfiguration configuration)
    {
        var names = (configuration["AllowedHosts"] ?? "").Split(
            ';',
            StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries
        );
        return new(names.Length == 0 ? Defaults : names);
    }
}
