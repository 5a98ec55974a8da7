using Phase1.Events;

namespace Phase1.Portal.Words;

sealed partial class En
{
    public string ActionRequired => "Action required";
    public string UnderWay => "Under way";
    public string Done => "Ended";
    public string NothingRequired => "Nothing needs you just now.";
    public string NoBatches => "No batches yet. Upload a class's essays.";
    public string NewBatch => "New batch";
    public string Open => "Open";
    public string Guest => "Guest: without a class";
    public string ChooseClass => "Class";
    public string Files => "Files";
    public string FilesHint => "Word (.docx), PDF or text files of at most 10 MB each.";
    public string DropHere => "Drop files here, or choose them above.";
    public string ExpectedCount => "Number of essays";
    public string ExpectedHint => "Leave it empty to take the number of files. Enter more if some come later.";
    public string Upload => "Upload";
    public string FilesMissing => "Choose at least one file, or say how many essays will come.";
    public string CourseOfClass => "as the class";
    public string TryingAgain => "not sent yet, trying again";
    public string Resume => "{0} of {1} files are here. Choose the same files again to go on.";
    public string ToTheBatch => "To the batch";
    public string AllBatches => "All batches";
    public string Older => "Older ones";
    public string CourseMissing => "A batch without a class needs a course.";
    public string UploadMore => "Upload more files";
    public string GoOnWithout => "Go on without the missing files";
    public string GoOnWithoutMeaning => "No more files are taken, and the batch goes on with those that are there.";
    public string CancelBatch => "Cancel the batch";
    public string CancelMeaning => "Everything about this batch stops for good.";
    public string Reason => "Reason (optional)";
    public string Essays => "Essays";
    public string FileName => "File";
    public string Status => "Status";
    public string FilesInExcess => "Files without a place in the batch";
    public string Steps => "Steps";
    public string TimeLeft => "Time left:";
    public string ReleasedNow => "is being confirmed now";

    public IReadOnlyList<string> StepNames { get; } = ["Uploaded", "Authors", "Ready", "Analysis", "Ended"];

    public string BatchTitle(string? className, string course, int essays) =>
        $"{(className is null ? "" : $"{className} · ")}{course} · {Count(essays)}";

    public string UploadedAt(string at) => $"Made {at}";

    public string RefusedFiles(int count) => count == 1 ? "1 file was refused:" : $"{count} files were refused:";

    public string FileFault(string code) =>
        code switch
        {
            "EMPTY_CONTENT" => "it is empty",
            "CONTENT_TOO_SHORT" => "it has less than 50 characters",
            "CONTENT_TOO_LONG" => "it has more than 50,000 characters",
            "ENCRYPTED_FILE_UNSUPPORTED" => "it is protected by a password",
            "TEXT_EXTRACTION_FAILED" => "no text could be read in it",
            "NOT_PROVIDED" => "it did not come",
            "PAYLOAD_TOO_LARGE" => "it is larger than 10 MB",
            "DUPLICATE_FILE" => "the same file is there already",
            "UNSUPPORTED_MEDIA_TYPE" => "it is no .docx, .pdf or .txt file",
            "TEMPORARY_FILE" => "it is a temporary file of Word",
            _ => "it could not be read",
        };

    public string EssayStatus(string status) =>
        status switch
        {
            "uploaded" => "awaited",
            "ready_for_processing" => "arrived",
            "excluded" => "left out",
            _ => "could not be read",
        };

    public string StatusName(BatchStatus status) =>
        status switch
        {
            BatchStatus.AwaitingContentValidation => "Uploading",
            BatchStatus.AwaitingStudentValidation => "Authors awaited",
            BatchStatus.StudentValidationCompleted => "Authors decided",
            BatchStatus.ReadyForPipelineExecution => "Ready",
            BatchStatus.ProcessingPipelines => "Being analysed",
            BatchStatus.CompletedSuccessfully => "Analysed",
            BatchStatus.CompletedWithFailures => "Analysed with failures",
            BatchStatus.Cancelled => "Cancelled",
            _ => "Failed",
        };

    public string PhaseName(Phase phase) => WireEnum.Name(phase);

    public string TextsExpected(int expected) => $"{Count(expected)} expected; texts may be uploaded";

    public string TextsArriving(int arrived, int expected, int failed) =>
        failed == 0
            ? $"{arrived} of {Count(expected)} arrived; waits for {expected - arrived} more"
            : $"{arrived} of {Count(expected)} arrived, {failed} could not be read; waits for {expected - arrived - failed} more";

    public string BeingMatched(int essays) => $"{Count(essays)} being matched with the class";

    public string Deciding(int matched, int total, int decided, int undecided, string deadline) =>
        $"{matched} of {Count(total)} matched, {decided} decided; {undecided} {(undecided == 1 ? "needs" : "need")} the teacher; auto-confirms {deadline}";

    public string BeingReleased(int essays) => $"{Count(essays)} decided; being released";

    public string ReadyToStart(int essays) => $"{Count(essays)} ready; the teacher may start a pipeline";

    public string InPhase(string pipeline, int number, int of, string phase) =>
        $"The pipeline {pipeline} is in phase {number} of {of}, {phase}";

    public string PipelineRuns => "A pipeline is running";

    public string Analysed(int essays) => $"{Count(essays)} analysed without a failure";

    public string AnalysedWithFailures => "Analysed; some essays failed on the way";

    public string NoFileBecameText => "No file became a text; there is nothing to analyse";

    public string PipelineFailed(string pipeline) => $"The pipeline {pipeline} failed as a whole";

    public string EveryFileFailed => "Every file failed; there is nothing to analyse";

    public string Cancelled(string at) => $"Cancelled by its owner {at}";

    public string StuckSince(string sentence, string at) => $"{sentence}; stuck since {at}";

    static string Count(int essays) => essays == 1 ? "1 essay" : $"{essays} essays";
}
