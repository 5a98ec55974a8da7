using Phase1.Events;
using Phase1.Tests.Infrastructure;
using Phase1.Tests.Infrastructure.Facts;

namespace Phase1.Integration.Tests.EssayLifecycle.Batches;

public sealed class CompletionTests(EssayLifecycleFixture els) : IClassFixture<EssayLifecycleFixture>
{
    [Fact]
    [Trait("Scenario", "S-203")]
    public async Task The_last_two_files_in_parallel_complete_a_batch_exactly_once()
    {
        var batches = Enumerable.Range(0, Repetitions.Of(200)).Select(_ => new BatchFacts(2)).ToList();
        foreach (var batch in batches)
        {
            await els.HandleAsync(batch, batch.Registered(), TestContext.Current.CancellationToken);
            await Task.WhenAll(
                els.HandleAsync(batch, batch.Content(1), TestContext.Current.CancellationToken),
                els.HandleAsync(batch, batch.Content(2), TestContext.Current.CancellationToken)
            );
        }
        await els.DrainAsync();

        foreach (var batch in batches)
        {
            var completed = (await els.ToldAsync<BatchContentProvisioningCompleted>(batch)).ShouldHaveSingleItem().Data;
            completed.EssaysForProcessing.Select(essay => essay.TextStorageId).ShouldBe(["text-1", "text-2"], ignoreOrder: true);
        }
    }

    [Fact]
    [Trait("Scenario", "S-204")]
    public async Task A_failed_file_is_counted_and_named_and_the_batch_goes_on()
    {
        var batch = new BatchFacts(3) { OrgId = "school-1" };

        await els.FeedAsync(batch, batch.Registered(), batch.Content(1), batch.Failed(2));
        (await els.ToldAsync<BatchContentProvisioningCompleted>(batch)).ShouldBeEmpty();
        var last = await els.FeedAsync(batch, batch.Content(3));

        var logged = (await els.ToldAsync<BatchContentProvisioningCompleted>(batch)).ShouldHaveSingleItem();
        var completed = logged.Data;
        (completed.ExpectedCount, completed.ProvisionedCount, completed.CourseCode).ShouldBe((3, 2, CourseCode.Sv2));
        var failed = completed.FailedUploads!.ShouldHaveSingleItem();
        (failed.FileUploadId, failed.EssayId, failed.OriginalFileName).ShouldBe((batch.UploadId(2), batch.EssayId(2), "file-2.txt"));
        failed.ValidationErrorCode.ShouldBe(ValidationErrorCode.EmptyContent);
        (logged.Header.CorrelationId, logged.CausationId, logged.UserId).ShouldBe((batch.CorrelationId, last.ToString(), batch.UserId));
        var errors = (await els.ToldAsync<BatchValidationErrors>(batch)).ShouldHaveSingleItem().Data;
        errors.ErrorSummary.CriticalFailure.ShouldBeFalse();
        (await NoticeAsync(batch)).ShouldBe([NotificationType.BatchContentCompleted]);
    }

    [Fact]
    public async Task When_every_file_failed_only_the_critical_errors_are_told()
    {
        var batch = new BatchFacts(2);

        await els.FeedAsync(batch, batch.Registered(), batch.Failed(1), batch.Failed(1), batch.Failed(2));

        var errors = (await els.ToldAsync<BatchValidationErrors>(batch)).ShouldHaveSingleItem().Data;
        (errors.ErrorSummary.TotalErrors, errors.ErrorSummary.CriticalFailure).ShouldBe((2, true));
        (await els.ToldAsync<BatchContentProvisioningCompleted>(batch)).ShouldBeEmpty();
        (await NoticeAsync(batch)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Texts_that_arrive_together_complete_a_batch_as_one_after_the_other()
    {
        var batch = new BatchFacts(30);
        await els.FeedAsync(batch, batch.Registered());

        await els.FeedTogetherAsync([.. Enumerable.Range(1, 32).Select(batch.Content)]);

        var completed = (await els.ToldAsync<BatchContentProvisioningCompleted>(batch)).ShouldHaveSingleItem().Data;
        completed.EssaysForProcessing.Select(essay => essay.TextStorageId).ShouldBe(Enumerable.Range(1, 30).Select(text => $"text-{text}"));
        (await els.ToldAsync<EssaySlotAssigned>(batch)).Select(fact => fact.Data.EssayId).Distinct().Count().ShouldBe(30);
        (await els.ToldAsync<ExcessContentProvisioned>(batch)).Count.ShouldBe(2);
    }

    async Task<IEnumerable<string>> NoticeAsync(BatchFacts batch) =>
        (await els.ToldAsync<TeacherNotificationRequested>(batch)).Select(fact => fact.Data.NotificationType);
}
