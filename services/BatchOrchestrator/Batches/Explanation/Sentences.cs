using System.Globalization;
using Phase1.BatchOrchestrator.Batches.Requests;
using Phase1.Events;

namespace Phase1.BatchOrchestrator.Batches.Explanation;

/// <summary>The batch's state in one plain sentence. Knows neither database nor neighbours: what they said is handed in, and may be missing.</summary>
static class Sentences
{
    internal static (WaitsFor WaitsFor, string Sentence) Of(StatusDocument batch, TextProgress? texts, DecisionProgress? decisions)
    {
        var (waitsFor, sentence) = Of(batch.Status, batch, texts, decisions);
        return (waitsFor, batch.StuckSince is { } since ? $"{sentence}; stuck since {Moment(since)}" : sentence);
    }

    static (WaitsFor, string) Of(BatchStatus status, StatusDocument batch, TextProgress? texts, DecisionProgress? decisions) =>
        status switch
        {
            BatchStatus.AwaitingContentValidation => (WaitsFor.Texts, Arriving(batch.Counts.Expected, texts)),
            BatchStatus.AwaitingStudentValidation when decisions is null => (WaitsFor.Matching, Matching(batch.Counts)),
            BatchStatus.AwaitingStudentValidation => (WaitsFor.TeacherDecisions, Deciding(decisions)),
            BatchStatus.StudentValidationCompleted => (WaitsFor.Release, $"{Essays(batch.Counts.Decided)} decided; being released"),
            BatchStatus.ReadyForPipelineExecution => (
                WaitsFor.TeacherStart,
                $"{Essays(batch.Counts.Stored)} ready; the teacher may start a pipeline"
            ),
            BatchStatus.ProcessingPipelines => (WaitsFor.Pipeline, Running(batch.Pipeline)),
            BatchStatus.CompletedSuccessfully => (WaitsFor.Nothing, $"{Essays(batch.Counts.Stored)} analysed without a failure"),
            BatchStatus.CompletedWithFailures => (WaitsFor.Nothing, "Analysed; some essays failed on the way"),
            BatchStatus.ContentIngestionFailed => (WaitsFor.Nothing, "No file became a text; there is nothing to analyse"),
            BatchStatus.FailedCritically when batch.Pipeline is { } run => (
                WaitsFor.Nothing,
                $"The pipeline {run.RequestedPipeline} failed as a whole"
            ),
            BatchStatus.FailedCritically => (WaitsFor.Nothing, "Every file failed; there is nothing to analyse"),
            BatchStatus.Cancelled => (WaitsFor.Nothing, $"Cancelled by its owner {Moment(batch.StatusSince)}"),
            _ => throw new ArgumentOutOfRangeException(nameof(status), status, "A reserved status is never entered."),
        };

    static string Arriving(int expected, TextProgress? texts) =>
        texts switch
        {
            null => $"{Essays(expected)} expected; texts may be uploaded",
            { Failed: 0 } => $"{texts.Arrived} of {Essays(expected)} arrived; waits for {expected - texts.Arrived} more",
            _ => $"{texts.Arrived} of {Essays(expected)} arrived, {texts.Failed} could not be read; "
                + $"waits for {expected - texts.Arrived - texts.Failed} more",
        };

    static string Matching(EssayCounts counts) => $"{Essays(counts.Provisioned ?? counts.Expected)} being matched with the class";

    static string Deciding(DecisionProgress decisions) =>
        $"{decisions.Matched} of {Essays(decisions.Total)} matched, {decisions.Decided} decided; {decisions.Undecided} "
        + $"{(decisions.Undecided == 1 ? "needs" : "need")} the teacher; auto-confirms {Moment(decisions.Deadline)}";

    static string Running(RunSummary? run) =>
        run is { CurrentPhase: { } phase }
            ? $"The pipeline {run.RequestedPipeline} is in phase {run.Phases.Index().First(p => p.Item == phase).Index + 1} "
                + $"of {run.Phases.Count}, {WireEnum.Name(phase)}{Parked(run)}"
            : "A pipeline is running";

    static string Parked(RunSummary run) =>
        run.ParkedSince is null ? ""
        : run.ParkedReason == "no_provider" ? "; waits for a language model"
        : run.ParkedUntil is { } until ? $"; waits for its budget, at most until {Moment(until)}"
        : "; waits for a higher budget";

    static string Essays(int count) => count == 1 ? "1 essay" : $"{count} essays";

    static string Moment(DateTimeOffset at) => at.UtcDateTime.ToString("ddd HH:mm 'UTC'", CultureInfo.InvariantCulture);
}
