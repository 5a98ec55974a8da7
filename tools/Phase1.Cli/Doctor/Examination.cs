using Phase1.Cli.Doctor.Checks;

namespace Phase1.Cli.Doctor;

/// <summary>Looks at a suite once, and judges.</summary>
static class Examination
{
    /// <summary>The subject of what concerns several services.</summary>
    internal const string Suite = "suite";

    internal static IReadOnlyList<ICheck> Checks { get; } =
    [
        new ReachableCheck(),
        new ReadyCheck(),
        new SameVersionCheck(),
        new KeyCheck(),
        new OneLogCheck(),
        new ConsumersCheck(),
        new LeavingEventsCheck(),
        new FailedRecordsCheck(),
        new BackgroundCheck(),
        new ClocksCheck(),
        new AgreementCheck(),
        new IdentityCheck(),
        new PortalCheck(),
    ];

    internal static IReadOnlyList<Finding> Judge(IReadOnlyList<ServiceAnswers> suite)
    {
        Finding[] found = [.. Checks.SelectMany(check => check.Judge(suite))];
        var causes = found.Where(one => one.Status != FindingStatus.Ok).Select(one => (one.Id, one.Subject)).ToHashSet();
        // What another check would explain stands for itself where that check has found nothing.
        return
        [
            .. found.Select(one => one.Because is { } cause && !causes.Contains((cause, one.Subject)) ? one with { Because = null } : one),
        ];
    }
}
