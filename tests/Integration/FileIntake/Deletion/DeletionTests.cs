using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Phase1.Events;
using Phase1.Tests.Infrastructure.Services;

namespace Phase1.Integration.Tests.FileIntake.Deletion;

/// <summary>Files and texts of a batch go when BOS says that the batch is deleted; texts that belong to none go when they are old.</summary>
[Trait("Scenario", "S-720")]
public sealed class DeletionTests
{
    static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Files_texts_and_the_lock_of_a_deleted_batch_go()
    {
        await using var intake = await IntakeHarness.StartAsync();
        await intake.UploadAsync(("a.txt", IntakeHarness.Essay("Anna")), ("b.txt", "short"u8.ToArray()));
        await intake.SettleAsync();
        var kept = await StoreAsync(intake, "A text of nobody's batch.", IntakeHarness.Teacher);
        await FeedAsync(intake, Locked(intake));

        await FeedAsync(intake, Deleted(intake));

        (await intake.Service.Db.TablesNamingAsync(intake.BatchId)).ShouldBe([BatchTraces.Tombstone]);
        (await intake.QueryAsync<long>("select count(*) from raw_files")).ShouldBe(0);
        (await intake.QueryAsync<string>("select string_agg(storage_id, ' ') from texts")).ShouldBe(kept);
    }

    [Fact]
    public async Task A_file_that_still_waits_goes_too_and_nothing_is_taken_in_for_the_batch_any_more()
    {
        await using var intake = await IntakeHarness.StartAsync();
        await FeedAsync(intake, Deleted(intake));

        var late = await intake.UploadAsync(("a.txt", IntakeHarness.Essay("Anna")));
        await FeedAsync(intake, Locked(intake));

        late.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        (await intake.Service.Db.TablesNamingAsync(intake.BatchId)).ShouldBe([BatchTraces.Tombstone]);
    }

    [Fact]
    public async Task Texts_that_a_service_has_stored_for_its_essays_go_and_those_of_others_do_not()
    {
        await using var intake = await IntakeHarness.StartAsync();
        var named = await StoreAsync(intake, "A text of the batch.", IntakeHarness.Teacher);
        var nobodys = await StoreAsync(intake, "A text that a service has stored for itself.", null);
        var foreign = await StoreAsync(intake, "A text of another teacher.", "teacher-2");
        var unnamed = await StoreAsync(intake, "A text that no essay has.", IntakeHarness.Teacher);

        await FeedAsync(intake, Deleted(intake) with { TextStorageIds = [named, nobodys, foreign, "somewhere/else"] });

        (await intake.QueryAsync<string>("select string_agg(storage_id, ' ' order by storage_id) from texts")).ShouldBe(
            string.Join(' ', new[] { foreign, unnamed }.Order())
        );
    }

    [Fact]
    public async Task An_old_text_without_an_upload_goes_and_one_with_an_upload_stays_with_its_batch()
    {
        await using var intake = await IntakeHarness.StartAsync();
        await StoreAsync(intake, "An old text.", null);
        await intake.UploadAsync(("a.txt", IntakeHarness.Essay("Anna")));
        await intake.SettleAsync();
        await intake.ExecuteAsync("update texts set created_at = created_at - interval '801 days'");
        await StoreAsync(intake, "A young text.", null);

        intake.Service.Advance(TimeSpan.FromHours(1));

        await intake.UntilAsync("select count(*) = 2 from texts");
        (await intake.QueryAsync<long>("select count(*) from texts t join file_uploads u on u.text_storage_id = t.storage_id")).ShouldBe(1);
        (await intake.QueryAsync<long>("select count(*) from raw_files")).ShouldBe(1);
    }

    static async Task<string> StoreAsync(IntakeHarness intake, string text, string? owner)
    {
        using var caller = intake.Service.As(owner);
        using var content = new StringContent(text, Encoding.UTF8, new MediaTypeHeaderValue("text/plain", "utf-8"));
        var answer = await caller.PostAsync("/v1/content", content, Token);
        answer.StatusCode.ShouldBe(HttpStatusCode.Created);
        return (await answer.Content.ReadFromJsonAsync<JsonElement>(Token)).GetProperty("storage_id").GetString()!;
    }

    static async Task FeedAsync(IntakeHarness intake, IFact fact)
    {
        await intake.Service.FeedAsync(fact);
        await intake.Service.DrainAsync();
    }

    static BatchDeleted Deleted(IntakeHarness intake) =>
        new()
        {
            BatchId = intake.BatchId,
            UserId = IntakeHarness.Teacher,
            Reason = DeletionReason.Teacher,
            TextStorageIds = [],
            OccurredAt = intake.Service.Clock.GetUtcNow(),
        };

    static BatchStatusChanged Locked(IntakeHarness intake) =>
        new()
        {
            BatchId = intake.BatchId,
            FromStatus = BatchStatus.AwaitingContentValidation,
            ToStatus = BatchStatus.Cancelled,
            Trigger = "test",
            ClassType = BatchKind.Guest,
            UserId = IntakeHarness.Teacher,
            OccurredAt = intake.Service.Clock.GetUtcNow(),
        };
}
