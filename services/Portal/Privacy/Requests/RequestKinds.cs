using Phase1.Portal.Neighbours;
using Phase1.ServiceDefaults;

namespace Phase1.Portal.Privacy.Requests;

/// <summary>What a student may ask, by the names of the procedures.</summary>
static class RequestKinds
{
    internal const string Access = "DSAR_ACCESS";

    internal const string Deletion = "DSAR_DELETE";

    internal const string Export = "DSAR_EXPORT";

    /// <summary>Begun by programs, since it says at once whose record is wrong and how; decided here like the others.</summary>
    internal const string Correction = "DSAR_RECTIFY";

    /// <summary>Those that are begun on the pages.</summary>
    internal static readonly string[] All = [Access, Export, Deletion];

    /// <summary>Those of them that Tickets has, in their order.</summary>
    internal static async Task<IReadOnlyList<string>> OfferedAsync(TicketsClient tickets, CancellationToken cancellationToken)
    {
        var sops = await tickets.SopsAsync(cancellationToken);
        return
        [
            .. All.Where(kind => sops.Any(sop => sop.Sop == kind && sop is { OpenedByPeople: true, Role: Phase1Roles.PrivacyOfficer })),
        ];
    }
}
