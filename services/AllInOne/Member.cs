using System.Globalization;
using Phase1.ServiceDefaults;

namespace Phase1.AllInOne;

/// <summary>One service of the suite and what its configuration has beyond the shared one.</summary>
/// <param name="Name">Its name in the configuration, as in <c>Services:ClassManagement</c> and <c>ConnectionStrings:ClassManagement</c>.</param>
/// <param name="Service">The service.</param>
sealed record Member(string Name, Phase1Service Service)
{
    const string BasePort = "AllInOne:BasePort";
    const int DefaultBasePort = 8081;

    internal IEnumerable<KeyValuePair<string, string?>> Settings(IConfiguration shared, List<Member> members)
    {
        var first = FirstPort(shared, members.Count) - 1;
        var database = $"ConnectionStrings:{Name}";
        yield return new("urls", Address(first + members.IndexOf(this)));
        yield return new("ConnectionStrings:Database", shared[database] ?? throw ConfigurationException.Missing(database));
        foreach (var (member, index) in members.Select((member, index) => (member, index)))
        {
            var service = $"Services:{member.Name}";
            yield return new(service, shared[service] ?? Address(first + index));
        }
    }

    /// <summary>What stands in the section that bears the service's name.</summary>
    internal IEnumerable<KeyValuePair<string, string?>> OwnSettings(IConfiguration shared) =>
        shared.GetSection(Name).AsEnumerable(makePathsRelative: true);

    static int FirstPort(IConfiguration shared, int count) =>
        shared[BasePort] is not { Length: > 0 } text ? DefaultBasePort
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var port)
        && port > 1
        && port <= ushort.MaxValue - count + 2
            ? port
        : throw new ConfigurationException($"{BasePort} must be a port from 2 to {ushort.MaxValue - count + 2}.");

    static string Address(int port) => string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}");
}
