using Phase1.BatchOrchestrator.Batches;
using Phase1.BatchOrchestrator.Pipelines;
using Phase1.Events;
using Phase1.Messaging;

namespace Phase1.Unit.Tests.BatchOrchestrator.Batches.Model;

/// <summary>What the machine did, in the model's words.</summary>
static class Observed
{
    public static async Task<Expected> ApplyAsync(this BatchUnderTest batch, Move move)
    {
        // No two records arrive at the same instant: parked facts are replayed oldest first.
        batch.Clock.Advance(TimeSpan.FromMilliseconds(1));
        try
        {
            await batch.ReceiveAsync(batch.FactOf(move));
        }
        catch (Exception refusal) when (refusal.GetBaseException() is ContractViolationException)
        {
            return new(Fate.Refused, Told(batch));
        }
        return new(FateOf(batch.Records.Outcome), Told(batch));
    }

    /// <summary>Everything that a batch is, in one line.</summary>
    public static string Print(this BatchUnderTest batch)
    {
        var byId = batch.Records.Essays.ToDictionary(essay => essay.Ordinal);
        var essays = byId.Select(pair => $"{pair.Key}: {Print(pair.Value)}");
        var runs = batch.Records.Runs.Where(run => run.FinishedAt is null).Select(run => run.CurrentPhase);
        return Line(batch.Path, essays, batch.Records.Parked.Count, runs);
    }

    public static string Print(this BatchModel model)
    {
        Phase?[] runs = model is { Status: BatchStatus.ProcessingPipelines, Run: { } run } ? [run.Current] : [];
        return Line(model.Path, model.Essays.Select(pair => $"{pair.Key}: {pair.Value}"), model.Parked, runs);
    }

    static string Line(IEnumerable<BatchStatus> path, IEnumerable<string> essays, int parked, IEnumerable<Phase?> runs) =>
        $"{string.Join(" > ", path)} | {string.Join(", ", essays)} | {parked} parked | {string.Join(' ', runs)}";

    static string Print(BatchEssay essay) =>
        new EssayModel
        {
            HasText = essay.HasText,
            Decided = essay.DecidedAt is not null,
            Excluded = essay.Excluded,
            Stored = essay.Stored,
        }.ToString();

    static IReadOnlyList<string> Told(BatchUnderTest batch) => [.. batch.Records.Published.Select(Name).Order(StringComparer.Ordinal)];

    static string Name(IFact fact) =>
        fact switch
        {
            BatchStatusChanged changed => $"status {changed.ToStatus}",
            InitiateStudentMatching => "matching command",
            InitiatePhase initiate => $"start {initiate.Phase}",
            PipelineDenied denied => $"denied {WireEnum.Name(denied.DenialReason)}",
            BatchPipelineCompleted => "run ended",
            TeacherNotificationRequested notice => notice.NotificationType,
            _ => fact.GetType().Name,
        };

    static Fate FateOf(RecordOutcome outcome) =>
        outcome switch
        {
            RecordOutcome.Applied => Fate.Applied,
            RecordOutcome.Duplicate => Fate.Duplicate,
            RecordOutcome.Parked => Fate.Parked,
            _ => Fate.Stale,
        };
}
