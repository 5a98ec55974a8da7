using Phase1.Events;
using Phase1.Tests.Infrastructure.Engine;

namespace Phase1.Integration.Tests.Messaging.Compliance;

/// <summary>What an outbox and its relay must do.</summary>
public abstract class OutboxCompliance
{
    protected static CancellationToken Token => TestContext.Current.CancellationToken;

    protected abstract Task<IOutboxHarness> OpenAsync();

    [Fact, Catches(OutboxFault.SendsAtOnce)]
    public async Task Nothing_leaves_before_the_commit()
    {
        await using var outbox = await OpenAsync();
        await using var recording = await outbox.BeginAsync();
        recording.Record(File());
        await recording.WriteAsync();
        await outbox.RelayAsync();

        (await outbox.PublishedAsync()).ShouldBeEmpty();

        await recording.CommitAsync();
        await outbox.RelayAsync();
        (await outbox.PublishedAsync()).Count.ShouldBe(1);
    }

    [Fact, Catches(OutboxFault.KeepsTheRolledBack)]
    public async Task What_is_rolled_back_never_leaves()
    {
        await using var outbox = await OpenAsync();
        await using (var undone = await outbox.BeginAsync())
        {
            undone.Record(File());
            await undone.WriteAsync();
        }
        var kept = await RecordAsync(outbox, 1);

        await outbox.RelayAsync();

        (await outbox.PublishedAsync()).Select(p => p.UploadId).ShouldBe(kept);
    }

    [Fact, Catches(OutboxFault.Shuffles)]
    public async Task Events_leave_in_the_order_in_which_they_were_recorded()
    {
        await using var outbox = await OpenAsync();
        var recorded = new List<Guid>();
        for (var i = 0; i < 10; i++)
        {
            recorded.AddRange(await RecordAsync(outbox, 20));
        }

        await outbox.RelayAsync();

        (await outbox.PublishedAsync()).Select(p => p.UploadId).ShouldBe(recorded);
    }

    [Fact, Trait("Scenario", "S-706"), Catches(OutboxFault.ReadsBehindACursor)]
    public async Task Of_two_transactions_the_later_may_commit_first_and_both_are_published()
    {
        await using var outbox = await OpenAsync();
        await using var slow = await outbox.BeginAsync();
        var early = File();
        slow.Record(early);
        await slow.WriteAsync();
        var late = await RecordAsync(outbox, 1);
        await outbox.RelayAsync();
        (await outbox.PublishedAsync()).Select(p => p.UploadId).ShouldBe(late);

        await slow.CommitAsync();
        await outbox.RelayAsync();

        (await outbox.PublishedAsync()).Select(p => p.UploadId).ShouldBe([.. late, early.FileUploadId]);
    }

    [Fact, Trait("Scenario", "S-705"), Catches(OutboxFault.StopsAtARefusal)]
    public async Task A_row_that_the_log_refuses_is_given_up_and_the_999_others_leave()
    {
        await using var outbox = await OpenAsync();
        var recorded = new List<Guid>(await RecordAsync(outbox, 500));
        await using (var recording = await outbox.BeginAsync())
        {
            await recording.RecordUnpublishableAsync();
            await recording.CommitAsync();
        }
        recorded.AddRange(await RecordAsync(outbox, 499));

        await outbox.RelayAsync();

        (await outbox.PublishedAsync()).Select(p => p.UploadId).ShouldBe(recorded);
        (await outbox.BuriedAsync()).ShouldBe(1);
    }

    [Fact, Trait("Scenario", "S-704"), Catches(OutboxFault.DeletesFirst)]
    public async Task A_relay_that_dies_after_publishing_publishes_again()
    {
        await using var outbox = await OpenAsync();
        var recorded = await RecordAsync(outbox, 3);

        await outbox.RelayAndDieAsync();
        await outbox.RelayAsync();

        (await outbox.PublishedAsync()).Select(p => p.UploadId).ShouldBe([.. recorded, .. recorded]);
    }

    [Fact, Trait("Scenario", "S-704"), Catches(OutboxFault.MintsAtPublication)]
    public async Task However_often_an_event_is_published_it_has_the_id_of_its_recording()
    {
        await using var outbox = await OpenAsync();
        await RecordAsync(outbox, 3);

        await outbox.RelayAndDieAsync();
        await outbox.RelayAsync();

        (await outbox.PublishedAsync()).Select(p => p.EventId).Distinct().Count().ShouldBe(3);
    }

    // One key: its records stand on the log in one order.
    static BatchFileAdded File() => Facts.File(Batch);

    static readonly Guid Batch = Facts.NewId();

    static async Task<IReadOnlyList<Guid>> RecordAsync(IOutboxHarness outbox, int count)
    {
        await using var recording = await outbox.BeginAsync();
        var files = Enumerable.Range(0, count).Select(_ => File()).ToList();
        files.ForEach(recording.Record);
        await recording.CommitAsync();
        return files.ConvertAll(file => file.FileUploadId);
    }
}
