using Phase1.Events;
using Phase1.Portal.Neighbours;

namespace Phase1.Portal.Timeline;

/// <summary>One line: a fact, or several of one kind that follow one another.</summary>
/// <param name="Topic">What happened.</param>
/// <param name="At">When it happened first.</param>
/// <param name="Count">How often.</param>
/// <param name="LedTo">The statuses that the batch entered by it.</param>
/// <param name="IsDetail">Whether it changed nothing that a teacher knows of.</param>
public sealed record TimelineLine(string Topic, DateTimeOffset At, int Count, IReadOnlyList<BatchStatus> LedTo, bool IsDetail)
{
    // What a teacher, a deadline or a file has brought about; the others are messages between services.
    static readonly string[] Telling =
    [
        Topics.BatchEssaysRegistered,
        Topics.BatchFileAdded,
        Topics.EssayValidationFailed,
        Topics.ExcessContentProvisioned,
        Topics.BatchContentProvisioningCompleted,
        Topics.BatchAuthorMatchesSuggested,
        Topics.StudentAssociationsConfirmed,
        Topics.ValidationTimeoutProcessed,
        Topics.EssayStudentAssociationUpdated,
        Topics.BatchEssaysReady,
        Topics.PipelineDenied,
        Topics.BatchPhaseParked,
        Topics.BatchPhaseResumed,
        Topics.BatchPhaseCompleted,
        Topics.BatchPipelineCompleted,
    ];

    static readonly string[] WithoutEffect = ["stale", "duplicate", "contract_violation"];

    internal static IReadOnlyList<TimelineLine> Of(IEnumerable<TimelineFactDocument> oldestFirst)
    {
        var lines = new List<TimelineLine>();
        foreach (var line in oldestFirst.Select(Of))
        {
            if (lines is [.., var last] && last.Topic == line.Topic && last.IsDetail == line.IsDetail)
            {
                lines[^1] = last with { Count = last.Count + 1, LedTo = [.. last.LedTo, .. line.LedTo] };
            }
            else
            {
                lines.Add(line);
            }
        }
        return lines;
    }

    static TimelineLine Of(TimelineFactDocument fact)
    {
        var tells = Telling.Contains(fact.Topic) || fact.LedTo.Count > 0;
        return new(fact.Topic, fact.OccurredAt, 1, fact.LedTo, !tells || WithoutEffect.Contains(fact.Outcome));
    }
}
