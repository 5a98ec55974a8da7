using Phase1.Events;
using Phase1.Integration.Tests.ClassManagement.Associations;
using Phase1.Tests.Infrastructure.Services;
using static Phase1.Integration.Tests.ClassManagement.Associations.SetUnderTest;

namespace Phase1.Integration.Tests.ClassManagement.Deletion;

/// <summary>Decisions and notifications of a batch go when BOS says that it is deleted; what is old goes by itself.</summary>
[Trait("Scenario", "S-720")]
public sealed class DeletionTests
{
    [Fact]
    public async Task A_released_set_with_its_history_and_notifications_goes()
    {
        await using var cms = await CmsUnderTest.StartAsync();
        var (batch, other) = (await ReleasedAsync(cms), await ReleasedAsync(cms));
        (await cms.CountAsync("notifications", batch.Id)).ShouldBeGreaterThan(0);

        await batch.FeedAsync(Deleted(batch));

        await NamedNowhereAsync(cms, batch);
        (await cms.CountAsync("associations", other.Id)).ShouldBe(2);
        (await cms.CountAsync("notifications", other.Id)).ShouldBeGreaterThan(0);
        (await cms.CountAsync("association_changes", other.Id)).ShouldBe(2);
    }

    [Fact]
    public async Task Whatever_comes_late_opens_no_set_and_tells_the_teacher_nothing()
    {
        await using var cms = await CmsUnderTest.StartAsync();
        var schoolClass = await cms.ClassAsync(2);
        var batch = cms.Batch(schoolClass, 2);
        await batch.FeedAsync(Deleted(batch));

        await batch.OpenAsync([Suggest(schoolClass.Students[0], 0.95m)], []);
        await batch.CancelAsync();
        await batch.FeedAsync(Notification(batch));
        await batch.FeedAsync(Deleted(batch));

        await NamedNowhereAsync(cms, batch);
    }

    // A browser that comes back names the last place that it has seen: a place is never given twice.
    [Fact]
    public async Task A_place_in_the_feed_is_not_given_again_when_its_notification_is_deleted()
    {
        await using var cms = await CmsUnderTest.StartAsync();
        var schoolClass = await cms.ClassAsync(1);
        var (batch, next) = (cms.Batch(schoolClass, 1), cms.Batch(schoolClass, 1));
        await batch.FeedAsync(Notification(batch));
        await CmsUnderTest.GetAsync(cms.Teacher, "/v1/notifications");
        var last = await cms.ScalarAsync<long>("select max(position) from notifications");
        await batch.FeedAsync(Deleted(batch));

        await next.FeedAsync(Notification(next));
        await CmsUnderTest.GetAsync(cms.Teacher, "/v1/notifications");

        (await cms.ScalarAsync<long>("select max(position) from notifications")).ShouldBe(last + 1);
    }

    [Fact]
    public async Task Old_notifications_and_cancellations_go_and_young_ones_and_open_sets_stay()
    {
        await using var cms = await CmsUnderTest.StartAsync();
        var schoolClass = await cms.ClassAsync(2);
        var (open, early, lately) = (cms.Batch(schoolClass, 1), cms.Batch(schoolClass, 1), cms.Batch(schoolClass, 1));
        await open.OpenAsync([Suggest(schoolClass.Students[0], 0.95m)]);
        await early.CancelAsync();
        await lately.CancelAsync();
        await early.FeedAsync(Notification(early));
        await lately.FeedAsync(Notification(lately));
        await cms.ScalarAsync<int>(
            "update cancelled_batches set cancelled_at = cancelled_at - interval '401 days' where batch_id = $1",
            early.Id
        );
        await cms.ScalarAsync<int>("update notifications set created_at = created_at - interval '91 days' where batch_id = $1", early.Id);
        await cms.ScalarAsync<int>("update association_sets set opened_at = opened_at - interval '900 days'");

        cms.Service.Advance(TimeSpan.FromHours(1));

        await BatchOrchestrator.BosTest.UntilAsync(async () =>
            await cms.CountAsync("cancelled_batches", early.Id) + await cms.CountAsync("notifications", early.Id) == 0
        );
        (await cms.CountAsync("cancelled_batches", lately.Id)).ShouldBe(1);
        (await cms.CountAsync("notifications", lately.Id)).ShouldBe(1);
        (await cms.CountAsync("associations", open.Id)).ShouldBe(1);
        (await open.StateAsync()).ShouldBe("open");
    }

    static async Task<SetUnderTest> ReleasedAsync(CmsUnderTest cms)
    {
        var schoolClass = await cms.ClassAsync(2);
        var batch = cms.Batch(schoolClass, 2);
        await batch.OpenAsync([Suggest(schoolClass.Students[0], 0.95m)], [Suggest(schoolClass.Students[1], 0.95m)]);
        await batch.DecideAsync(batch.Decision(0, "accept"), batch.Decision(1, "accept"));
        (await batch.StateAsync()).ShouldBe("released");
        return batch;
    }

    static BatchDeleted Deleted(SetUnderTest batch) =>
        new()
        {
            BatchId = batch.Id,
            UserId = CmsUnderTest.TeacherId,
            Reason = DeletionReason.Teacher,
            TextStorageIds = [],
            OccurredAt = batch.Cms.Service.Clock.GetUtcNow(),
        };

    static TeacherNotificationRequested Notification(SetUnderTest batch) =>
        new()
        {
            TeacherId = CmsUnderTest.TeacherId,
            NotificationType = NotificationType.BatchReady,
            Category = NotificationCategory.BatchProgress,
            Priority = NotificationPriority.High,
            Payload = new NotificationPayload(),
            ActionRequired = true,
            CorrelationId = batch.CorrelationId,
            BatchId = batch.Id,
            Timestamp = batch.Cms.Service.Clock.GetUtcNow(),
        };

    static async Task NamedNowhereAsync(CmsUnderTest cms, SetUnderTest batch) =>
        (await cms.Service.Db.TablesNamingAsync(batch.Id)).ShouldBe([BatchTraces.Tombstone]);
}
