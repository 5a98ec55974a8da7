using System.Net;
using System.Text.Json;
using Npgsql;
using Phase1.Events;
using Phase1.Tests.Infrastructure.Engine;
using static Phase1.Integration.Tests.ClassManagement.Associations.SetUnderTest;

namespace Phase1.Integration.Tests.ClassManagement.Notifications;

public class NotificationTests
{
    [Fact]
    [Trait("Scenario", "S-130")]
    [Trait("Scenario", "S-601")]
    public async Task Every_cause_is_told_once_with_its_priority_action_and_deadline()
    {
        await using var cms = await CmsUnderTest.StartAsync();
        var schoolClass = await cms.ClassAsync(1);
        var byTeacher = cms.Batch(schoolClass, 1);
        await byTeacher.OpenAsync([Suggest(schoolClass.Students[0], 0.95m)]);
        await byTeacher.DecideAsync(byTeacher.Decision(0, "accept"));
        var correction = new { student_id = "unknown", association_version = 1 };
        await CmsUnderTest.PutAsync(cms.Teacher, $"{byTeacher.Path}/{byTeacher.Essays[0]}", correction);
        var byDeadline = cms.Batch(schoolClass, 1);
        await byDeadline.OpenAsync([Suggest(schoolClass.Students[0], 0.95m)]);
        var deadline = cms.Service.Clock.GetUtcNow().AddHours(24);
        foreach (var hours in new[] { 12, 10, 2 })
        {
            await cms.AdvanceAsync(TimeSpan.FromHours(hours));
        }

        var told = await ListAsync(cms.Teacher);

        told.Where(n => n.Batch == byTeacher.Id)
            .Select(n => (n.Type, n.Priority, n.Action))
            .ShouldBe(
                [
                    ("association_corrected", "standard", false),
                    ("student_associations_confirmed", "high", false),
                    ("student_matching_confirmation_required", "critical", true),
                ],
                ignoreOrder: true
            );
        // What asked for decisions asks for nothing any more.
        told.ShouldAllBe(n => n.IsRead == n.Action);
        told.Where(n => n.Batch == byDeadline.Id)
            .Select(n => (n.Type, n.Priority, n.Action, n.Deadline))
            .ShouldBe([
                ("validation_timeout_processed", "immediate", false, null),
                ("student_matching_reminder", "critical", true, deadline),
                ("student_matching_reminder", "high", true, deadline),
                ("student_matching_confirmation_required", "critical", true, deadline),
            ]);
        told.Where(n => n.Batch is null)
            .Select(n => (n.Type, n.Priority))
            .ShouldBe([("student_added_to_class", "low"), ("class_created", "standard")], ignoreOrder: true);
        told.ShouldAllBe(n => !n.Text.Contains("First1", StringComparison.Ordinal) && !n.Text.Contains("Last1", StringComparison.Ordinal));
        (await ListAsync(cms.Stranger)).ShouldBeEmpty();
    }

    [Fact]
    [Trait("Scenario", "S-601")]
    public async Task What_the_other_services_tell_is_kept_too_and_a_redelivery_adds_nothing()
    {
        await using var cms = await CmsUnderTest.StartAsync();
        string[] types =
        [
            "batch_files_uploaded",
            "batch_ready",
            "batch_stuck",
            "pipeline_denied_batch_not_ready",
            "student_matching_failed",
        ];
        foreach (var type in types)
        {
            var id = cms.Service.NewId();
            await cms.Service.FeedAsync(Request(cms, type), eventId: id);
            await cms.Service.FeedAsync(Request(cms, type), eventId: id);
        }
        await cms.Service.DrainAsync();

        var told = await ListAsync(cms.Teacher);

        told.Select(n => n.Type).ShouldBe(types, ignoreOrder: true);
        told.ShouldAllBe(n => n.Text.Contains("\"essay_count\":3", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_notification_is_read_once_by_its_teacher_alone_and_the_list_has_pages()
    {
        await using var cms = await CmsUnderTest.StartAsync();
        for (var i = 0; i < 3; i++)
        {
            await cms.Service.FeedAsync(Request(cms, "batch_ready"));
        }
        await cms.Service.DrainAsync();
        var first = await CmsUnderTest.GetAsync(cms.Teacher, "/v1/notifications?limit=2");
        var next = await CmsUnderTest.GetAsync(
            cms.Teacher,
            $"/v1/notifications?limit=2&cursor={first.GetProperty("next_cursor").GetString()}"
        );
        next.GetProperty("items").GetArrayLength().ShouldBe(1);
        var id = next.GetProperty("items")[0].GetProperty("notification_id").GetGuid();

        await CmsUnderTest.PostAsync(cms.Stranger, $"/v1/notifications/{id}/read", new { }, HttpStatusCode.NotFound);
        await CmsUnderTest.PostAsync(cms.Teacher, $"/v1/notifications/{id}/read", new { }, HttpStatusCode.NoContent);
        cms.Service.Advance(TimeSpan.FromMinutes(1));
        await CmsUnderTest.PostAsync(cms.Teacher, $"/v1/notifications/{id}/read", new { }, HttpStatusCode.NoContent);

        (await ListAsync(cms.Teacher, "?unread=true")).Count.ShouldBe(2);
        var read = (await CmsUnderTest.GetAsync(cms.Teacher, "/v1/notifications?unread=false")).GetProperty("items")[0];
        read.GetProperty("read_at").GetDateTimeOffset().ShouldBe(cms.Service.Clock.GetUtcNow().AddMinutes(-1));
        await CmsUnderTest.GetAsync(cms.Teacher, "/v1/notifications?cursor=x", HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Two_readers_of_a_teacher_give_out_places_one_after_the_other()
    {
        await using var cms = await CmsUnderTest.StartAsync();
        await cms.Service.FeedAsync(Request(cms, "batch_ready"));
        await cms.Service.DrainAsync();
        await using var other = await cms.Service.Db.OpenConnectionAsync(CmsUnderTest.Token);
        await using var reading = await other.BeginTransactionAsync(CmsUnderTest.Token);
        await using var place = new NpgsqlCommand("select pg_advisory_xact_lock(hashtextextended('notifications:teacher-1', 0))", other);
        await place.ExecuteNonQueryAsync(CmsUnderTest.Token);

        var second = ListAsync(cms.Teacher);
        await Eventually.BecomesTrueAsync(
            async () =>
                await cms.ScalarAsync<long>(
                    "select count(*) from pg_locks where locktype = 'advisory' and not granted and database = (select oid from pg_database where datname = current_database())"
                ) > 0,
            CmsUnderTest.Token
        );
        await reading.CommitAsync(CmsUnderTest.Token);

        (await second).ShouldHaveSingleItem().Type.ShouldBe("batch_ready");
    }

    internal static TeacherNotificationRequested Request(CmsUnderTest cms, string type) =>
        new()
        {
            TeacherId = CmsUnderTest.TeacherId,
            NotificationType = type,
            Category = NotificationCategory.BatchProgress,
            Priority = NotificationPriority.High,
            Payload = new NotificationPayload { { "essay_count", 3 } },
            ActionRequired = true,
            CorrelationId = cms.Service.NewId(),
            BatchId = cms.Service.NewId(),
            Timestamp = cms.Service.Clock.GetUtcNow(),
        };

    sealed record Told(string Type, string Priority, bool Action, DateTimeOffset? Deadline, Guid? Batch, bool IsRead, string Text);

    static async Task<IReadOnlyList<Told>> ListAsync(HttpClient teacher, string query = "") =>
        [
            .. (await CmsUnderTest.GetAsync(teacher, $"/v1/notifications{query}"))
                .GetProperty("items")
                .EnumerateArray()
                .Select(item => new Told(
                    item.GetProperty("type").GetString()!,
                    item.GetProperty("priority").GetString()!,
                    item.GetProperty("action_required").GetBoolean(),
                    item.GetProperty("deadline").Deserialize<DateTimeOffset?>(),
                    item.GetProperty("batch_id").Deserialize<Guid?>(),
                    item.GetProperty("read_at").ValueKind != JsonValueKind.Null,
                    item.GetRawText().Replace(" ", "", StringComparison.Ordinal)
                )),
        ];
}
