using Phase1.Events;
using Phase1.Tests.Infrastructure.Engine;

namespace Phase1.Integration.Tests.Messaging.Compliance;

/// <summary>What a saga store must do.</summary>
public abstract class SagaStoreCompliance
{
    protected static CancellationToken Token => TestContext.Current.CancellationToken;

    protected abstract Task<ISagaStoreHarness> OpenAsync();

    [Fact, Catches(SagaStoreFault.KeepsTheRolledBack)]
    public async Task What_is_not_committed_leaves_nothing()
    {
        await using var store = await OpenAsync();
        var batch = Facts.NewId();
        await using (var work = await store.BeginAsync())
        {
            await work.SendAsync(Facts.File(batch));
        }

        (await store.ReadAsync(batch)).ShouldBeNull();
    }

    [Fact, Catches(SagaStoreFault.StartsAtZero)]
    public async Task The_first_message_begins_a_saga_of_version_1()
    {
        await using var store = await OpenAsync();
        var file = Facts.File(Facts.NewId());

        await SendAsync(store, file);

        var tally = (await store.ReadAsync(file.BatchId)).ShouldNotBeNull();
        (tally.Version, tally.Files, tally.CurrentState, tally.LastUpload).ShouldBe((1, 1, "Open", file.FileUploadId));
    }

    [Fact, Catches(SagaStoreFault.CountsCommits)]
    public async Task The_version_rises_by_one_for_every_message_that_changes_the_saga()
    {
        await using var store = await OpenAsync();
        var batch = Facts.NewId();

        await SendAsync(store, Facts.File(batch), Facts.File(batch), Facts.File(batch));
        await SendAsync(store, Facts.File(batch), Facts.File(batch));

        (await store.ReadAsync(batch)).ShouldNotBeNull().Version.ShouldBe(5);
    }

    [Fact, Catches(SagaStoreFault.CountsEverything)]
    public async Task A_message_that_changes_nothing_leaves_the_version()
    {
        await using var store = await OpenAsync();
        var batch = Facts.NewId();
        await SendAsync(store, Facts.File(batch));

        await SendAsync(store, Facts.File(batch, fileName: "same"), Facts.File(batch, fileName: "same"));

        (await store.ReadAsync(batch)).ShouldNotBeNull().Version.ShouldBe(1);
    }

    [Fact, Catches(SagaStoreFault.ReadsAnew)]
    public async Task Messages_of_one_work_see_each_other()
    {
        await using var store = await OpenAsync();
        var batch = Facts.NewId();
        await SendAsync(store, Facts.File(batch));

        await SendAsync(store, [.. Enumerable.Range(0, 9).Select(_ => Facts.File(batch))]);

        (await store.ReadAsync(batch)).ShouldNotBeNull().Files.ShouldBe(10);
    }

    [Fact, Catches(SagaStoreFault.LosesUpdates)]
    public async Task Works_on_one_saga_at_once_lose_no_update()
    {
        await using var store = await OpenAsync();
        var batch = Facts.NewId();
        await SendAsync(store, Facts.File(batch));

        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => SendAsync(store, Facts.File(batch)), Token)));

        var tally = (await store.ReadAsync(batch)).ShouldNotBeNull();
        (tally.Files, tally.Version).ShouldBe((9, 9));
    }

    [Fact, Catches(SagaStoreFault.LetsBothBegin)]
    public async Task Of_two_works_that_begin_the_same_saga_one_is_refused()
    {
        await using var store = await OpenAsync();
        var batch = Facts.NewId();
        await using var one = await store.BeginAsync();
        await using var two = await store.BeginAsync();
        await one.SendAsync(Facts.File(batch));
        await two.SendAsync(Facts.File(batch));

        await one.CommitAsync();

        (await Record.ExceptionAsync(two.CommitAsync)).ShouldNotBeNull();
        (await store.ReadAsync(batch)).ShouldNotBeNull().Files.ShouldBe(1);
    }

    [Fact, Catches(SagaStoreFault.KeepsTheFinished)]
    public async Task A_finished_saga_is_gone_and_may_begin_again()
    {
        await using var store = await OpenAsync();
        var batch = Facts.NewId();
        await SendAsync(store, Facts.File(batch), Facts.File(batch));

        await SendAsync(store, Facts.Status(batch, BatchStatus.Cancelled));

        (await store.ReadAsync(batch)).ShouldBeNull();
        await SendAsync(store, Facts.File(batch));
        (await store.ReadAsync(batch)).ShouldNotBeNull().Files.ShouldBe(1);
    }

    [Fact, Catches(SagaStoreFault.ForgetsTheRevived)]
    public async Task A_saga_may_finish_and_begin_again_in_one_work()
    {
        await using var store = await OpenAsync();
        var batch = Facts.NewId();
        await SendAsync(store, Facts.File(batch), Facts.File(batch));

        await SendAsync(store, Facts.Status(batch, BatchStatus.Cancelled), Facts.File(batch));

        (await store.ReadAsync(batch)).ShouldNotBeNull().Files.ShouldBe(1);
    }

    [Fact, Catches(SagaStoreFault.OneLockForAll)]
    public async Task Works_on_different_sagas_do_not_wait_for_each_other()
    {
        await using var store = await OpenAsync();
        var (one, two) = (Facts.NewId(), Facts.NewId());
        await SendAsync(store, Facts.File(one), Facts.File(two));
        await using var open = await store.BeginAsync();
        await open.SendAsync(Facts.File(one));

        await SendAsync(store, Facts.File(two)).WaitAsync(TimeSpan.FromSeconds(5), TimeProvider.System, Token);

        (await store.ReadAsync(two)).ShouldNotBeNull().Files.ShouldBe(2);
    }

    static async Task SendAsync(ISagaStoreHarness store, params IReadOnlyList<IFact> facts)
    {
        await using var work = await store.BeginAsync();
        foreach (var fact in facts)
        {
            await work.SendAsync(fact);
        }
        await work.CommitAsync();
    }
}
