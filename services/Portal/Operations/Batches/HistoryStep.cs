using System.Globalization;
using Phase1.Portal.Neighbours;

namespace Phase1.Portal.Operations.Batches;

/// <summary>A step of a batch's history, with the batch before and after it.</summary>
/// <param name="Step">The step.</param>
/// <param name="Before">Null before the first step, and where no snapshot was kept.</param>
/// <param name="After">Null where no snapshot was kept.</param>
public sealed record HistoryStep(
    StepDocument Step,
    IReadOnlyDictionary<string, string?>? Before,
    IReadOnlyDictionary<string, string?>? After
)
{
    internal static IReadOnlyList<HistoryStep> Of(IReadOnlyList<StepDocument> steps)
    {
        var described = new List<HistoryStep>(steps.Count);
        foreach (var step in steps)
        {
            described.Add(new(step, described.Count == 0 ? null : described[^1].After, Describe(step)));
        }
        return described;
    }

    static Dictionary<string, string?>? Describe(StepDocument step) =>
        step.Snapshot is not { } snapshot
            ? null
            : new()
            {
                ["status"] = Phase1.Events.WireEnum.Name(step.To),
                ["provisioned"] = Text(snapshot.Provisioned),
                ["failed"] = Text(snapshot.Failed),
                ["stored"] = Text(snapshot.Stored),
                ["decided"] = Text(snapshot.Decided),
                ["excluded"] = Text(snapshot.Excluded),
                ["parked"] = snapshot.Parked.Count == 0 ? null : string.Join(", ", snapshot.Parked),
                ["pipeline"] = snapshot.Run?.Pipeline,
                ["phase"] = snapshot.Run?.Phase,
                ["version"] = Text(snapshot.Version),
            };

    static string? Text(int? number) => number?.ToString(CultureInfo.InvariantCulture);
}
