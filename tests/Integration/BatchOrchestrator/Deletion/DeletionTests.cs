using System.Net;
using Phase1.Events;
using Phase1.Tests.Infrastructure.Engine;
using Phase1.Tests.Infrastructure.Facts;
using Phase1.Tests.Infrastructure.Services;

namespace Phase1.Integration.Tests.BatchOrchestrator.Deletion;

/// <summary>A teacher deletes a batch that has ended, and the retention does it a school year later.</summary>
[Trait("Scenario", "S-720")]
public sealed class DeletionTests
{
    static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_ended_batch_is_deleted_by_its_owner_and_every_service_is_told()
    {
        await using var bos = await BosTest.StartAsync();
        var batch = await EndedAsync(bos);
        var other = await EndedAsync(bos);

        (await DeleteAsync(bos, batch)).ShouldBe(HttpStatusCode.NoContent);
        await bos.Service.DrainAsync();

        var told = (await bos.LogAsync<BatchDeleted>(batch.BatchId)).ShouldHaveSingleItem();
        told.Data.UserId.ShouldBe(NeighbourFacts.Owner);
        told.Data.Reason.ShouldBe(DeletionReason.Teacher);
        told.Data.TextStorageIds.ShouldBe(batch.EssayIds.Select(essay => essay.ToString("N")), ignoreOrder: true);
        await NamedNowhereAsync(bos, batch);
        (await bos.CountAsync("batch_essays where batch_id = $1", other.BatchId)).ShouldBe(3);
    }

    [Fact]
    public async Task It_can_be_deleted_again_and_is_there_for_nobody()
    {
        await using var bos = await BosTest.StartAsync();
        var batch = await EndedAsync(bos);
        using var stranger = bos.Stranger;

        (await DeleteAsync(bos, batch, stranger)).ShouldBe(HttpStatusCode.NotFound);
        (await DeleteAsync(bos, batch)).ShouldBe(HttpStatusCode.NoContent);
        (await DeleteAsync(bos, batch)).ShouldBe(HttpStatusCode.NoContent);
        (await DeleteAsync(bos, batch, stranger)).ShouldBe(HttpStatusCode.NotFound);
        (await bos.Teacher.GetAsync($"/v1/batches/{batch.BatchId}/status", Token)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await bos.Teacher.GetAsync($"/v1/batches/{batch.BatchId}/timeline", Token)).StatusCode.ShouldBe(HttpStatusCode.NotFound);

        await bos.Service.DrainAsync();
        (await bos.LogAsync<BatchDeleted>(batch.BatchId)).Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_batch_that_has_not_ended_is_not_deleted()
    {
        await using var bos = await BosTest.StartAsync();
        var batch = await bos.RegisterAsync(BatchKind.Guest);

        var answer = await bos.Teacher.DeleteAsync($"/v1/batches/{batch.BatchId}", Token);

        answer.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        (await BosTest.CodeAsync(answer)).ShouldBe("INVALID_STATE");
        (await bos.StatusAsync(batch)).ShouldBe("awaiting_content_validation");
    }

    [Fact]
    public async Task What_is_told_of_it_afterwards_changes_nothing_and_holds_nobody()
    {
        await using var bos = await BosTest.StartAsync();
        var batch = await EndedAsync(bos);
        await DeleteAsync(bos, batch);

        await bos.FeedAsync(batch.Completed(), batch.Errors(critical: true), batch.Request(), batch.Ended());

        (await bos.OutcomesAsync<BatchContentProvisioningCompleted>(batch)).ShouldBe(["applied", "stale"]);
        (await bos.CountAsync("held_messages")).ShouldBe(0);
        (await bos.CountAsync("dead_letters")).ShouldBe(0);
        await NamedNowhereAsync(bos, batch);
    }

    [Fact]
    public async Task Its_dead_letters_and_the_answers_that_named_it_go_with_it()
    {
        await using var bos = await BosTest.StartAsync();
        var batch = await bos.RegisterAsync(BatchKind.Guest);
        await bos.FeedAsync(batch.Completed() with { CourseCode = CourseCode.Eng5 });
        (await bos.CountAsync("dead_letters where batch_id = $1", batch.BatchId)).ShouldBe(1);
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/v1/batches/{batch.BatchId}/cancel");
        request.Headers.Add("Idempotency-Key", "cancel-1");
        (await bos.Teacher.SendAsync(request, Token)).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await bos.CountAsync("idempotent_requests")).ShouldBe(1);

        await DeleteAsync(bos, batch);

        await NamedNowhereAsync(bos, batch);
    }

    [Fact]
    public async Task A_text_that_another_batch_has_too_is_not_named()
    {
        await using var bos = await BosTest.StartAsync();
        var batch = await EndedAsync(bos);
        var other = await EndedAsync(bos);
        await bos.OneAsync(
            "update batch_essays set text_storage_id = $2 where batch_id = $1 and ordinal = 1",
            other.BatchId,
            batch.EssayIds[0].ToString("N")
        );

        await DeleteAsync(bos, batch);
        await bos.Service.DrainAsync();

        (await bos.LogAsync<BatchDeleted>(batch.BatchId))
            .Single()
            .Data.TextStorageIds.ShouldBe(batch.EssayIds.Skip(1).Select(essay => essay.ToString("N")), ignoreOrder: true);
    }

    [Fact]
    public async Task A_school_year_after_its_end_a_batch_goes_and_no_batch_before_its_end()
    {
        await using var bos = await BosTest.StartAsync();
        var old = await EndedAsync(bos);
        var young = await EndedAsync(bos);
        var open = await bos.RegisterAsync(BatchKind.Guest);
        await AgeAsync(bos, old, days: 401);
        await AgeAsync(bos, young, days: 399);
        await AgeAsync(bos, open, days: 800);

        bos.Service.Advance(TimeSpan.FromHours(1));
        await BosTest.UntilAsync(async () => await bos.CountAsync("deleted_batches") > 0);
        await bos.Service.DrainAsync();

        await NamedNowhereAsync(bos, old);
        (await bos.LogAsync<BatchDeleted>(old.BatchId)).Single().Data.Reason.ShouldBe(DeletionReason.Retention);
        (await bos.ListAsync<Guid>("select batch_id from batches order by 1")).ShouldBe([young.BatchId, open.BatchId], ignoreOrder: true);
    }

    [Fact]
    public async Task More_than_a_slice_of_old_batches_goes_in_one_tick()
    {
        await using var bos = await BosTest.StartAsync();
        var batch = await EndedAsync(bos);
        var copies = 2 * Phase1.BatchOrchestrator.Deletion.EndedBatches.Slice;
        await bos.OneAsync(
            $"""
            insert into batches select (jsonb_populate_record(b, jsonb_build_object('batch_id', gen_random_uuid()))).*
            from batches b, generate_series(1, {copies})
            """
        );
        await bos.OneAsync("update batches set status_since = status_since - interval '401 days'");

        bos.Service.Advance(TimeSpan.FromHours(1));

        await BosTest.UntilAsync(async () => await bos.CountAsync("batches") == 0);
        (await bos.CountAsync("deleted_batches")).ShouldBe(copies + 1);
    }

    [Fact]
    public async Task Tombstones_go_a_school_year_after_the_deletion()
    {
        await using var bos = await BosTest.StartAsync();
        await DeleteAsync(bos, await EndedAsync(bos));
        await bos.OneAsync("update deleted_batches set deleted_at = deleted_at - interval '401 days'");
        await DeleteAsync(bos, await EndedAsync(bos));

        bos.Service.Advance(TimeSpan.FromHours(1));

        await BosTest.UntilAsync(async () => await bos.CountAsync("deleted_batches") == 1);
    }

    static async Task<NeighbourFacts> EndedAsync(BosTest bos)
    {
        var batch = await bos.RegisterAsync(BatchKind.Guest);
        await bos.FeedAsync(batch.Completed());
        await bos.CancelAsync(batch);
        await bos.Service.DrainAsync();
        return batch;
    }

    static async Task<HttpStatusCode> DeleteAsync(BosTest bos, NeighbourFacts batch, HttpClient? caller = null) =>
        (await (caller ?? bos.Teacher).DeleteAsync($"/v1/batches/{batch.BatchId}", Token)).StatusCode;

    // The timeline is written by a group of its own, which may be behind.
    static async Task NamedNowhereAsync(BosTest bos, NeighbourFacts batch) =>
        await bos.Service.Clock.FlowUntilAsync(
            async () =>
                await bos.CountAsync(
                    """
                    log_partitions p join log_group_offsets o using (topic_id, partition)
                    where o.consumer_group like '%timeline' and o.next_offset < p.next_offset
                    """
                ) == 0
                && (await bos.Service.Db.TablesNamingAsync(batch.BatchId)).SequenceEqual([BatchTraces.Tombstone]),
            Token
        );

    static async Task AgeAsync(BosTest bos, NeighbourFacts batch, int days) =>
        await bos.OneAsync(
            "update batches set status_since = status_since - make_interval(days => $2) where batch_id = $1",
            batch.BatchId,
            days
        );
}
