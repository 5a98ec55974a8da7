using Phase1.Portal.Frame;

namespace Phase1.Portal.Privacy;

/// <summary>The latest accesses to names and bodies.</summary>
static class ListAccessesEndpoint
{
    const int Most = 200;

    internal static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/privacy/access", HandleAsync).ForPrivacyOfficer();

    static async Task<IResult> HandleAsync(AccessLog log, CancellationToken cancellationToken)
    {
        var entries = await log.ReadAsync(cancellationToken);
        return Pages.Show<AccessesPage>(new AccessesView([.. entries.Take(Most)], entries.Count, log.Away));
    }
}

/// <summary>What the page of accesses shows.</summary>
/// <param name="Entries">The latest.</param>
/// <param name="Total">How many there are.</param>
/// <param name="Away">Services that did not answer: their accesses are missing.</param>
public sealed record AccessesView(IReadOnlyList<AccessEntry> Entries, int Total, IReadOnlyCollection<string> Away);
