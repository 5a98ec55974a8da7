using Phase1.Events;
using Phase1.Portal.Neighbours;

namespace Phase1.Portal.Words;

/// <summary>What a batch waits for and until when, in one sentence: the same as BOS says, in the reader's language and zone.</summary>
static class Sentence
{
    internal static string Of(ExplanationDocument batch, IWords say, Moments moments)
    {
        var sentence = Of(batch.Details, batch.Progress, batch.Deadline, say, moments);
        return batch.Details.StuckSince is { } since ? say.StuckSince(sentence, moments.Weekday(since)) : sentence;
    }

    static string Of(BatchDocument batch, ProgressDocument progress, DateTimeOffset? deadline, IWords say, Moments moments) =>
        batch.Status switch
        {
            BatchStatus.AwaitingContentValidation when progress.Texts is { } texts => say.TextsArriving(
                texts.Arrived,
                batch.Counts.Expected,
                texts.Failed
            ),
            BatchStatus.AwaitingContentValidation => say.TextsExpected(batch.Counts.Expected),
            BatchStatus.AwaitingStudentValidation when progress.Decisions is { } decisions && deadline is { } at => say.Deciding(
                decisions.Matched,
                decisions.Total,
                decisions.Total - decisions.Undecided,
                decisions.Undecided,
                moments.Weekday(at)
            ),
            BatchStatus.AwaitingStudentValidation => say.BeingMatched(batch.Counts.Provisioned ?? batch.Counts.Expected),
            BatchStatus.StudentValidationCompleted => say.BeingReleased(batch.Counts.Decided),
            BatchStatus.ReadyForPipelineExecution => say.ReadyToStart(batch.Counts.Stored),
            BatchStatus.ProcessingPipelines => Running(batch.Pipeline, say),
            BatchStatus.CompletedSuccessfully => say.Analysed(batch.Counts.Stored),
            BatchStatus.CompletedWithFailures => say.AnalysedWithFailures,
            BatchStatus.ContentIngestionFailed => say.NoFileBecameText,
            BatchStatus.FailedCritically when batch.Pipeline is { } run => say.PipelineFailed(run.RequestedPipeline),
            BatchStatus.FailedCritically => say.EveryFileFailed,
            BatchStatus.Cancelled => say.Cancelled(moments.Weekday(batch.StatusSince)),
            _ => say.StatusName(batch.Status),
        };

    static string Running(RunDocument? run, IWords say) =>
        run is { CurrentPhase: { } phase }
            ? say.InPhase(run.RequestedPipeline, run.Phases.IndexOf(phase) + 1, run.Phases.Count, say.PhaseName(phase))
            : say.PipelineRuns;
}
