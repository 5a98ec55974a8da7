using Phase1.Events;

namespace Phase1.Tickets.Sops.Privacy;

/// <summary>The services that answer for their own data; a request waits until all of them have.</summary>
/// <param name="options">Names them, or nobody: then it is who is installed.</param>
/// <param name="configuration">Says by its addresses which services are installed.</param>
sealed class Participants(DataRequestOptions options, IConfiguration configuration)
{
    // An installation may have no gateway, and no feedback; it has all others.
    static readonly (string Key, string Name)[] Optional =
    [
        (nameof(ServiceNames.ModelGateway), ServiceNames.ModelGateway),
        (nameof(ServiceNames.Feedback), ServiceNames.Feedback),
    ];

    /// <summary>Their names on the wire.</summary>
    internal IReadOnlyList<string> Names { get; } =
        options.Participants.Length > 0
            ? options.Participants
            :
            [
                .. ServiceNames.All.Except(
                    Optional.Where(service => !IsInstalled(configuration, service.Key)).Select(service => service.Name)
                ),
            ];

    /// <summary>Whether the installation has a service, by its key among the addresses.</summary>
    internal static bool IsInstalled(IConfiguration configuration, string key) => !string.IsNullOrEmpty(configuration[$"Services:{key}"]);
}
