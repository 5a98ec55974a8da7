using Phase1.EssayLifecycle;
using Phase1.Events;
using Phase1.Messaging;
using Phase1.ServiceDefaults;
using Phase1.Tests.Infrastructure.Facts;
using Phase1.Tests.Infrastructure.Privacy;
using Phase1.Tests.Infrastructure.Services;

namespace Phase1.Integration.Tests.EssayLifecycle.Privacy;

/// <summary>A student's essays are nobody's any more, and nothing that comes again makes them the student's.</summary>
public sealed class ErasureTests : IAsyncLifetime
{
    ServiceUnderTest _els = null!;

    public async ValueTask InitializeAsync() => _els = await ServiceUnderTest.StartAsync(() => new EssayLifecycleService());

    public ValueTask DisposeAsync() => _els.DisposeAsync();

    [Fact]
    [Trait("Scenario", "TC-X24")]
    [Trait("Scenario", "TC-X26")]
    public async Task Author_and_file_names_go_and_do_not_come_back()
    {
        var batch = new BatchFacts(3);
        var confirmed = batch.Confirmed(batch.Decided(1, 1), batch.Decided(2, 2));
        await FeedAsync(batch, batch.Registered(), batch.Content(1), batch.Content(2), batch.Failed(3), batch.Content(4), confirmed);
        var subject = new DataSubject([batch.StudentId(1)], [Essay(batch, 1, 1), Essay(batch, 3, 3, text: null), Essay(batch, 9, 4)]);

        await ErasureTrial.RunAsync(_els, subject, batch.EssayId(2), "file-1.txt", "file-3.txt", "file-4.txt");

        var before = await TableSnapshot.TakeAsync(_els.Db);
        await FeedAsync(batch, batch.Content(1), confirmed, batch.Corrected(1, 1, 5));
        before.ChangedIn(await TableSnapshot.TakeAsync(_els.Db)).ShouldBeEmpty();
    }

    [Fact]
    [Trait("Scenario", "TC-X25")]
    public async Task A_file_that_waits_for_its_batch_stands_in_the_way_until_the_batch_has_come()
    {
        var batch = new BatchFacts(1);
        await FeedAsync(batch, batch.Content(1));
        var subject = new DataSubject([batch.StudentId(1)], [Essay(batch, 1, 1)]);

        (await _els.EraseAsync(subject)).Blockers.ShouldHaveSingleItem().Code.ShouldBe(PersonalBlocker.RecordsWaiting);

        await FeedAsync(batch, batch.Registered());
        (await _els.EraseAsync(subject)).Outcome.ShouldBe(ErasureOutcome.Erased);
    }

    static SubjectEssay Essay(BatchFacts batch, int essay, int file, string? text = "") =>
        new()
        {
            BatchId = batch.BatchId,
            EssayId = batch.EssayId(essay),
            FileUploadId = batch.UploadId(file),
            TextStorageId = text is null ? null : $"text-{file}",
        };

    async Task FeedAsync(BatchFacts batch, params IFact[] facts)
    {
        foreach (var fact in facts)
        {
            await _els.FeedAsync(fact, new EventCause(batch.CorrelationId, UserId: batch.UserId));
            await _els.DrainAsync();
        }
    }
}
