using Phase1.EssayLifecycle.Slots;
using Phase1.Events;

namespace Phase1.EssayLifecycle.Batches;

/// <summary>What a batch whose slots are all used tells the others.</summary>
static class CompletionFacts
{
    const int LongestMessage = 200;

    public static IEnumerable<IFact> Of(SlotBook book, IReadOnlyList<ValidationFailure> failures, DateTimeOffset now)
    {
        var failed = book.Essays.Join(failures, essay => essay.EssayId, failure => failure.EssayId, (_, failure) => failure).ToList();
        if (failed.Count > 0)
        {
            yield return Errors(book.Tracker, failed);
        }
        if (book.Tracker.AssignedCount == 0)
        {
            yield break;
        }
        yield return Completed(book, failed, now);
        yield return Notifications.ContentCompleted(book.Tracker, now);
    }

    static BatchValidationErrors Errors(BatchTracker tracker, List<ValidationFailure> failed) =>
        new()
        {
            BatchId = tracker.BatchId,
            FailedEssays =
            [
                .. failed.Select(failure => new FailedEssay
                {
                    EssayId = failure.EssayId!.Value,
                    FileName = failure.OriginalFileName,
                    ErrorDetail = InShort(failure.ErrorDetail),
                    FailedAt = failure.FailedAt,
                }),
            ],
            ErrorSummary = new ErrorSummary
            {
                TotalErrors = failed.Count,
                ErrorCategories = failed
                    .CountBy(failure => failure.ErrorCode)
                    .ToDictionary(category => WireEnum.Name(category.Key), category => category.Value),
                CriticalFailure = tracker.AssignedCount == 0,
            },
            CorrelationId = tracker.CorrelationId,
        };

    // Up to 500 of them stand in one record: the whole of each is in the record of its own file.
    static ErrorDetail InShort(ErrorDetail detail) =>
        detail with
        {
            Details = null,
            Message = detail.Message.Length <= LongestMessage ? detail.Message : $"{Whole(detail.Message[..LongestMessage])}...",
        };

    static string Whole(string text) => char.IsHighSurrogate(text[^1]) ? text[..^1] : text;

    static BatchContentProvisioningCompleted Completed(SlotBook book, List<ValidationFailure> failed, DateTimeOffset now) =>
        new()
        {
            BatchId = book.Tracker.BatchId,
            ProvisionedCount = book.Tracker.AssignedCount,
            ExpectedCount = book.Tracker.ExpectedCount,
            CourseCode = book.Tracker.CourseCode,
            UserId = book.Tracker.UserId,
            EssaysForProcessing = [.. book.Texts.Select(essay => essay.ToRef())],
            FailedUploads = failed.Count == 0 ? null : [.. failed.Select(Upload)],
            CorrelationId = book.Tracker.CorrelationId,
            Timestamp = now,
        };

    static FailedUpload Upload(ValidationFailure failure) =>
        new()
        {
            FileUploadId = failure.FileUploadId,
            EssayId = failure.EssayId!.Value,
            OriginalFileName = failure.OriginalFileName,
            ValidationErrorCode = failure.ErrorCode,
        };
}
