using Phase1.Events;
using Phase1.Integration.Tests.ClassManagement.Associations;
using static Phase1.Integration.Tests.ClassManagement.Associations.SetUnderTest;

namespace Phase1.Integration.Tests.ClassManagement.Deadlines;

public class DeadlineTests
{
    [Fact]
    [Trait("Scenario", "S-520")]
    public async Task Sets_are_released_from_the_deadline_on_and_not_before()
    {
        await using var cms = await CmsUnderTest.StartAsync();
        var schoolClass = await cms.ClassAsync(1);
        var batches = new List<SetUnderTest>();
        for (var i = 0; i < 4; i++)
        {
            var batch = cms.Batch(schoolClass, 1);
            await batch.OpenAsync([Suggest(schoolClass.Students[0], 0.95m)]);
            batches.Add(batch);
        }
        // Made 48, 25, 24 and 23 hours old.
        foreach (var (batch, age) in batches.Zip([48, 25, 24, 23]))
        {
            await cms.ScalarAsync<object>(
                """
                update association_sets set deadline_at = deadline_at - $2, next_due_at = deadline_at - $2, reminders_sent = 2
                where batch_id = $1
                """,
                batch.Id,
                TimeSpan.FromHours(age)
            );
        }

        await cms.SettleAsync();

        foreach (var released in batches.Take(3))
        {
            (await released.StateAsync()).ShouldBe("released");
            (await released.ReleaseAsync()).Data.TimeoutTriggered.ShouldBeTrue();
        }
        (await batches[3].StateAsync()).ShouldBe("open");
        (await batches[3].FactsAsync<StudentAssociationsConfirmed>()).ShouldBeEmpty();
    }

    [Fact]
    [Trait("Scenario", "S-521")]
    [Trait("Scenario", "S-522")]
    [Trait("Scenario", "S-530")]
    public async Task The_deadline_confirms_what_is_proven_and_binds_the_rest_to_the_unknown_student()
    {
        await using var cms = await CmsUnderTest.StartAsync();
        var schoolClass = await cms.ClassAsync(7);
        var who = schoolClass.Students;
        var batch = cms.Batch(schoolClass, 8);
        await batch.OpenAsync(
            [Suggest(who[0], 0.9m)],
            [Suggest(who[1], 0.8m)],
            [Suggest(who[2], 0.70m)],
            [Suggest(who[3], 0.69m)],
            [Suggest(who[4], 0.5m)],
            [Suggest(who[5], 0m)],
            [],
            [Suggest(who[6], 0.95m, false)]
        );

        await cms.AdvanceAsync(TimeSpan.FromHours(24));

        var release = await batch.ReleaseAsync();
        var placeholder = await cms.ScalarAsync<Guid>("select student_id from students where placeholder_class_id = $1", schoolClass.Id);
        var entries = batch.Essays.Select(essay => release.Data.Associations.Single(entry => entry.EssayId == essay)).ToList();
        entries.Select(entry => entry.StudentId).ShouldBe([who[0], who[1], who[2], .. Enumerable.Repeat<Guid?>(placeholder, 5)]);
        entries.Select(entry => entry.ConfidenceScore).ShouldBe([0.9m, 0.8m, 0.70m, 0m, 0m, 0m, 0m, 0m]);
        entries.ShouldAllBe(entry => entry.ValidationMethod == ValidationMethod.Timeout && entry.ValidatedBy == "SYSTEM_TIMEOUT");
        release.Header.CorrelationId.ShouldBe(batch.CorrelationId);
        release.CausationId.ShouldNotBeNull();

        foreach (var proven in Enumerable.Range(0, 3))
        {
            var row = await batch.RowAsync(proven);
            row.GetProperty("validation_status").GetString().ShouldBe("timeout_confirmed");
            row.GetProperty("decided_student").GetProperty("student_id").GetGuid().ShouldBe(who[proven]);
            row.GetProperty("validated_by").GetString().ShouldBe("SYSTEM_TIMEOUT");
        }
        var ineligible = await batch.RowAsync(7);
        ineligible.GetProperty("suggested_student").GetProperty("student_id").GetGuid().ShouldBe(who[6]);
        ineligible.GetProperty("confidence_score").GetDecimal().ShouldBe(0.95m);
        var weak = await batch.RowAsync(3);
        weak.GetProperty("suggested_student").GetProperty("student_id").GetGuid().ShouldBe(who[3]);
        weak.GetProperty("confidence_score").GetDecimal().ShouldBe(0.69m);
        weak.GetProperty("validation_status").GetString().ShouldBe("timeout_confirmed");
        (await batch.RowAsync(5)).GetProperty("confidence_score").GetDecimal().ShouldBe(0m);

        var processed = (await batch.FactsAsync<ValidationTimeoutProcessed>()).ShouldHaveSingleItem();
        processed.Data.AutoConfirmedAssociations.Select(entry => entry.EssayId).ShouldBe(batch.Essays.Take(3), ignoreOrder: true);
        processed.Data.GuestEssays.ShouldBe(batch.Essays.Skip(3), ignoreOrder: true);
        processed.Data.UnknownStudentId.ShouldBe(placeholder);
        processed.Data.TimeoutHours.ShouldBe(24m);
        processed.Header.CorrelationId.ShouldBe(batch.CorrelationId);
        var notice = (await batch.NoticesAsync(NotificationType.ValidationTimeoutProcessed)).ShouldHaveSingleItem().Data;
        notice.Priority.ShouldBe(NotificationPriority.Immediate);
        notice.Payload["confirmed"].GetInt32().ShouldBe(3);
        notice.Payload["unknown"].GetInt32().ShouldBe(5);
    }

    [Fact]
    [Trait("Scenario", "S-523")]
    [Trait("Scenario", "S-540")]
    public async Task Due_batches_are_released_each_for_itself_and_a_failing_one_stops_nobody()
    {
        await using var cms = await CmsUnderTest.StartAsync();
        var batches = new List<SetUnderTest>();
        foreach (var course in new[] { "ENG5", "ENG7", "SV3", "SV1" })
        {
            var batch = cms.Batch(await cms.ClassAsync(1, course), 1);
            await batch.OpenAsync([Suggest(batch.Class.Students[0], 0.5m)]);
            batches.Add(batch);
        }
        var broken = batches[3];
        await cms.ScalarAsync<object>(
            $"""
            create function refuse() returns trigger language plpgsql as $$ begin raise exception 'planted'; end $$;
            create trigger refuse before update on associations for each row when (old.batch_id = '{broken.Id}') execute function refuse();
            update association_sets set next_due_at = next_due_at - interval '1 hour' where batch_id = '{broken.Id}';
            """
        );

        await cms.AdvanceAsync(TimeSpan.FromHours(24), broken.Id);

        foreach (var batch in batches.Take(3))
        {
            var release = await batch.ReleaseAsync();
            release.Data.ClassId.ShouldBe(batch.Class.Id);
            release.Data.CourseCode.ShouldBe(batch.Class.Course);
            release.Header.CorrelationId.ShouldBe(batch.CorrelationId);
            release.Data.Associations.ShouldHaveSingleItem().EssayId.ShouldBe(batch.Essays[0]);
            var email = await cms.ScalarAsync<string>(
                "select email from students where student_id = $1",
                release.Data.Associations[0].StudentId!.Value
            );
            email.ShouldBe($"unknown.{batch.Class.Id}@students.invalid");
        }
        (await cms.ScalarAsync<long>("select count(*) from students where is_placeholder")).ShouldBe(3);
        (await broken.StateAsync()).ShouldBe("open");
        (await broken.FactsAsync<StudentAssociationsConfirmed>()).ShouldBeEmpty();

        await cms.ScalarAsync<object>("drop trigger refuse on associations");
        await cms.AdvanceAsync(TimeSpan.FromMinutes(1));
        await broken.ReleaseAsync();
    }

    [Fact]
    [Trait("Scenario", "S-524")]
    [Trait("Scenario", "S-530")]
    public async Task What_people_have_decided_outlives_the_deadline()
    {
        await using var cms = await CmsUnderTest.StartAsync();
        var schoolClass = await cms.ClassAsync(4);
        var batch = cms.Batch(schoolClass, 4);
        await batch.OpenAsync([.. schoolClass.Students.Select((student, n) => new[] { Suggest(student, n == 3 ? 0.5m : 0.95m) })]);
        await batch.DecideAsync(batch.Decision(0, "choose", schoolClass.Students[3]), batch.Decision(1, "unknown"));

        await cms.AdvanceAsync(TimeSpan.FromHours(24));

        var release = (await batch.ReleaseAsync()).Data;
        release.Associations.Count.ShouldBe(4);
        release.ValidationSummary.ShouldBe(
            new ValidationSummary
            {
                Human = 2,
                Timeout = 2,
                Auto = 0,
            }
        );
        release.Associations.Single(entry => entry.EssayId == batch.Essays[0]).StudentId.ShouldBe(schoolClass.Students[3]);
        foreach (var human in new[] { 0, 1 })
        {
            var row = await batch.RowAsync(human);
            row.GetProperty("validation_method").GetString().ShouldBe("human");
            row.GetProperty("association_version").GetInt32().ShouldBe(1);
        }
        var processed = (await batch.FactsAsync<ValidationTimeoutProcessed>()).ShouldHaveSingleItem().Data;
        processed.AutoConfirmedAssociations.Select(entry => entry.EssayId).ShouldBe([batch.Essays[2]]);
        processed.GuestEssays.ShouldBe([batch.Essays[3]]);
    }

    [Fact]
    [Trait("Scenario", "S-515")]
    public async Task A_set_that_the_teacher_has_released_is_left_alone()
    {
        await using var cms = await CmsUnderTest.StartAsync();
        var schoolClass = await cms.ClassAsync(1);
        var batch = cms.Batch(schoolClass, 1);
        await batch.OpenAsync([Suggest(schoolClass.Students[0], 0.95m)]);
        await batch.DecideAsync(batch.Decision(0, "accept"));

        await cms.AdvanceAsync(TimeSpan.FromHours(25));

        (await batch.RowAsync(0)).GetProperty("association_version").GetInt32().ShouldBe(1);
        (await batch.ReleaseAsync()).Data.TimeoutTriggered.ShouldBeFalse();
        (await batch.FactsAsync<ValidationTimeoutProcessed>()).ShouldBeEmpty();
        (await batch.NoticesAsync(NotificationType.StudentMatchingReminder)).ShouldBeEmpty();
    }

    [Fact]
    [Trait("Scenario", "S-525")]
    public async Task A_release_that_could_not_be_committed_is_whole_or_not_there()
    {
        await using var cms = await CmsUnderTest.StartAsync();
        var schoolClass = await cms.ClassAsync(1);
        var batch = cms.Batch(schoolClass, 2);
        await batch.OpenAsync([Suggest(schoolClass.Students[0], 0.95m)], []);
        await cms.ScalarAsync<object>(
            """
            create function refuse() returns trigger language plpgsql as $$ begin raise exception 'planted'; end $$;
            create trigger refuse before insert on outbox execute function refuse();
            """
        );
        cms.Service.Advance(TimeSpan.FromHours(24));
        await cms.TickAsync();
        (await batch.StateAsync()).ShouldBe("open");
        (await cms.CountAsync("association_changes", batch.Id)).ShouldBe(0);
        (await cms.ScalarAsync<long>("select count(*) from students where is_placeholder")).ShouldBe(0);

        await cms.ScalarAsync<object>("drop trigger refuse on outbox");
        await cms.Service.RestartAsync();
        await cms.SettleAsync();

        await batch.ReleaseAsync();
        (await cms.CountAsync("association_changes", batch.Id)).ShouldBe(2);
    }

    [Fact]
    [Trait("Scenario", "S-526")]
    public async Task Many_monitors_share_the_due_sets_and_handle_each_once()
    {
        await using var cms = await CmsUnderTest.StartAsync();
        var schoolClass = await cms.ClassAsync(1);
        var batches = Enumerable.Range(0, 60).Select(_ => cms.Batch(schoolClass, 1)).ToList();
        foreach (var batch in batches)
        {
            await cms.Service.FeedAsync(batch.Request());
            await cms.Service.FeedAsync(batch.Suggestions([Suggest(schoolClass.Students[0], 0.5m)]));
        }
        await cms.Service.DrainAsync();

        cms.Service.Advance(TimeSpan.FromHours(24));
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => cms.TickAsync()));
        await cms.SettleAsync();

        var releases = await cms.Service.Log.FactsAsync<StudentAssociationsConfirmed>(CmsUnderTest.Token);
        releases.Select(release => release.Data.BatchId).ShouldBe(batches.Select(batch => batch.Id), ignoreOrder: true);
        (await cms.ScalarAsync<long>("select count(*) from students where is_placeholder")).ShouldBe(1);
    }
}
