using System.Net;
using System.Text.Json.Nodes;
using Phase1.Events;
using static Phase1.Integration.Tests.ClassManagement.Associations.SetUnderTest;

namespace Phase1.Integration.Tests.ClassManagement.Associations;

public class SuggestionTests
{
    [Fact]
    [Trait("Scenario", "S-501")]
    public async Task Every_essay_gets_a_row_and_suggestions_are_kept_with_their_reasons()
    {
        await using var cms = await CmsUnderTest.StartAsync();
        var schoolClass = await cms.ClassAsync(3);
        var batch = cms.Batch(schoolClass, 4);

        await batch.OpenAsync(
            [Suggest(schoolClass.Students[0], 0.95m), Suggest(schoolClass.Students[1], 0.7m), Suggest(schoolClass.Students[2], 0.6m)],
            [Suggest(schoolClass.Students[1], 0.6m, false)],
            [],
            []
        );

        var list = await batch.ListAsync();
        list.GetProperty("associations")
            .EnumerateArray()
            .Select(row => row.GetProperty("validation_status").GetString())
            .Order()
            .ShouldBe(["no_match", "no_match", "pending_validation", "pending_validation"]);
        (
            await cms.ScalarAsync<string>(
                "select string_agg(s ->> 'student_id', ' ' order by place) from associations, jsonb_array_elements(suggestions) with ordinality as t (s, place) where essay_id = $1",
                batch.Essays[0]
            )
        ).ShouldBe(string.Join(' ', schoolClass.Students));
        (await batch.RowAsync(0)).GetProperty("match_reasons")[0].GetString().ShouldBe("name_exact");
        (await batch.RowAsync(2)).GetProperty("no_match_reason").GetString().ShouldBe("NO_IDENTIFIER");
    }

    [Fact]
    [Trait("Scenario", "S-130")]
    [Trait("Scenario", "S-502")]
    public async Task Without_suggestions_the_teacher_is_called_after_half_an_hour_and_the_deadline_releases()
    {
        await using var cms = await CmsUnderTest.StartAsync();
        var batch = cms.Batch(await cms.ClassAsync(1), 2);
        await batch.FeedAsync(batch.Request());
        (await batch.RowAsync(0)).GetProperty("no_match_reason").GetString().ShouldBe("AWAITING_SUGGESTIONS");

        await cms.AdvanceAsync(TimeSpan.FromMinutes(29));
        (await batch.NoticesAsync(NotificationType.StudentMatchingConfirmationRequired)).ShouldBeEmpty();
        await cms.AdvanceAsync(TimeSpan.FromMinutes(1));
        var notice = (await batch.NoticesAsync(NotificationType.StudentMatchingConfirmationRequired)).ShouldHaveSingleItem().Data;
        notice.Priority.ShouldBe(NotificationPriority.Critical);
        notice.ActionRequired.ShouldBeTrue();
        notice.DeadlineTimestamp.ShouldBe(cms.Service.Clock.GetUtcNow().AddHours(23.5));

        (await batch.DecideAsync(batch.Decision(0, "choose", batch.Class.Students[0]))).GetProperty("remaining").GetInt32().ShouldBe(1);
        await cms.AdvanceAsync(TimeSpan.FromHours(24));
        (await batch.ReleaseAsync()).Data.ValidationSummary.ShouldBe(
            new ValidationSummary
            {
                Human = 1,
                Timeout = 1,
                Auto = 0,
            }
        );
    }

    [Fact]
    [Trait("Scenario", "S-503")]
    public async Task Suggestions_before_the_request_twice_and_under_another_event_id_are_as_once()
    {
        await using var cms = await CmsUnderTest.StartAsync();
        var schoolClass = await cms.ClassAsync(2);
        var batch = cms.Batch(schoolClass, 3);
        var suggestions = batch.Suggestions([Suggest(schoolClass.Students[0], 0.95m)], [Suggest(schoolClass.Students[1], 0.9m)]);
        var eventId = cms.Service.NewId();

        await batch.FeedAsync(suggestions, eventId);
        (await batch.StateAsync()).ShouldBeNull();
        await batch.FeedAsync(batch.Request());
        var once = await RowsAsync();
        await batch.FeedAsync(suggestions, eventId);
        await batch.FeedAsync(suggestions);
        await batch.FeedAsync(batch.Request());

        (await RowsAsync()).ShouldBe(once);
        (await cms.CountAsync("associations", batch.Id)).ShouldBe(3);
        (await cms.CountAsync("pending_suggestions", batch.Id)).ShouldBe(0);
        (await batch.RowAsync(0)).GetProperty("validation_status").GetString().ShouldBe("pending_validation");
        (await batch.RowAsync(2)).GetProperty("no_match_reason").GetString().ShouldBe("NOT_REPORTED");
        (await batch.NoticesAsync(NotificationType.StudentMatchingConfirmationRequired)).Count.ShouldBe(1);
        (await cms.ScalarAsync<long>("select count(*) from inbox where outcome = 'stale'")).ShouldBe(1);
        (await cms.ScalarAsync<long>("select count(*) from inbox where outcome = 'duplicate'")).ShouldBe(1);

        Task<string> RowsAsync() =>
            cms.ScalarAsync<string>("select json_agg(a order by essay_id)::text from associations a where batch_id = $1", batch.Id);
    }

    [Fact]
    [Trait("Scenario", "S-506")]
    public async Task What_may_be_confirmed_is_computed_where_the_producer_does_not_say()
    {
        await using var cms = await CmsUnderTest.StartAsync();
        var schoolClass = await cms.ClassAsync(4);
        var who = schoolClass.Students;
        var batch = cms.Batch(schoolClass, 5);

        await batch.OpenAsync(
            [Suggest(who[0], 0.95m, null)],
            [Suggest(who[1], 0.95m, null), Suggest(who[2], 0.86m, null)],
            [Suggest(who[3], 0.95m, null)],
            [Suggest(who[3], 0.90m, null)],
            [Suggest(who[2], 0.69m, null)]
        );

        var eligible = new List<bool>();
        foreach (var essay in batch.Essays)
        {
            eligible.Add(await cms.ScalarAsync<bool>("select auto_confirm_eligible from associations where essay_id = $1", essay));
        }
        eligible.ShouldBe([true, false, false, false, false]);
    }

    [Fact]
    [Trait("Scenario", "S-504")]
    public async Task Confidences_out_of_range_refuse_their_suggestion_only()
    {
        await using var cms = await CmsUnderTest.StartAsync();
        var schoolClass = await cms.ClassAsync(4);
        var batch = cms.Batch(schoolClass, 2);
        await batch.FeedAsync(batch.Request());
        var wanted = schoolClass.Students;
        var body = EnvelopeSerializer.Write(
            batch.Suggestions(
                [Suggest(wanted[0], 0.1m), Suggest(wanted[1], 0.2m), Suggest(wanted[2], 0m), Suggest(wanted[3], 1m)],
                [Suggest(wanted[0], 0.9m)]
            ),
            new EnvelopeStamp(
                cms.Service.NewId(),
                cms.Service.Clock.GetUtcNow(),
                "outside",
                batch.CorrelationId,
                new Dictionary<string, string>()
            )
        );
        var envelope = JsonNode.Parse(body)!;
        var first = envelope["data"]!["match_results"]![0]!["suggestions"]!;
        first[0]!["confidence_score"] = -0.5;
        first[1]!["confidence_score"] = 1.5;

        await cms.Service.FeedRawAsync(Topics.For<BatchAuthorMatchesSuggested>(), batch.Id.ToString(), envelope.ToJsonString());
        await cms.Service.DrainAsync();

        (
            await cms.ScalarAsync<int>("select jsonb_array_length(suggestions) from associations where essay_id = $1", batch.Essays[0])
        ).ShouldBe(2);
        (await batch.RowAsync(0)).GetProperty("suggested_student").GetProperty("student_id").GetGuid().ShouldBe(wanted[3]);
        (await batch.RowAsync(1)).GetProperty("validation_status").GetString().ShouldBe("pending_validation");
        (await cms.ScalarAsync<long>("select count(*) from dead_letters")).ShouldBe(0);
    }

    [Fact]
    [Trait("Scenario", "S-505")]
    public async Task Students_who_are_no_active_members_of_the_class_are_refused()
    {
        await using var cms = await CmsUnderTest.StartAsync();
        var schoolClass = await cms.ClassAsync(2);
        var other = await cms.ClassAsync(1);
        var earlier = cms.Batch(schoolClass, 1);
        await earlier.FeedAsync(earlier.Request());
        await earlier.DecideAsync(earlier.Decision(0, "unknown"));
        var placeholder = await cms.ScalarAsync<Guid>("select student_id from students where is_placeholder");
        await CmsUnderTest.DeleteAsync(cms.Teacher, $"/v1/classes/students/{schoolClass.Students[1]}");
        var batch = cms.Batch(schoolClass, 2);

        await batch.OpenAsync(
            [Suggest(other.Students[0], 0.95m), Suggest(schoolClass.Students[1], 0.9m), Suggest(placeholder, 0.85m)],
            [Suggest(other.Students[0], 0.95m), Suggest(schoolClass.Students[0], 0.8m)]
        );

        (await batch.RowAsync(0)).GetProperty("no_match_reason").GetString().ShouldBe("INVALID_SUGGESTION");
        (await batch.RowAsync(0)).GetProperty("alternatives").GetArrayLength().ShouldBe(0);
        (await batch.RowAsync(1)).GetProperty("suggested_student").GetProperty("student_id").GetGuid().ShouldBe(schoolClass.Students[0]);
    }

    [Fact]
    public async Task A_decision_taken_before_the_suggestions_stays_and_shows_them()
    {
        await using var cms = await CmsUnderTest.StartAsync();
        var schoolClass = await cms.ClassAsync(2);
        var batch = cms.Batch(schoolClass, 2);
        await batch.FeedAsync(batch.Request());
        await batch.DecideAsync(batch.Decision(0, "choose", schoolClass.Students[1]));
        await cms.AdvanceAsync(TimeSpan.FromHours(1));

        await batch.FeedAsync(batch.Suggestions([Suggest(schoolClass.Students[0], 0.95m)], []));

        var row = await batch.RowAsync(0);
        row.GetProperty("decided_student").GetProperty("student_id").GetGuid().ShouldBe(schoolClass.Students[1]);
        row.GetProperty("suggested_student").GetProperty("student_id").GetGuid().ShouldBe(schoolClass.Students[0]);
        (await batch.ListAsync()).GetProperty("deadline_at").GetDateTimeOffset().ShouldBe(cms.Service.Clock.GetUtcNow().AddHours(24));
        (await batch.NoticesAsync(NotificationType.StudentMatchingConfirmationRequired)).Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_batch_of_an_unknown_class_is_set_aside_and_opens_nothing()
    {
        await using var cms = await CmsUnderTest.StartAsync();
        var batch = cms.Batch(new SchoolClassUnderTest(cms.Service.NewId(), CourseCode.Sv2, []), 1);

        await batch.FeedAsync(batch.Request());

        (await cms.CountAsync("association_sets", batch.Id)).ShouldBe(0);
        (await cms.CountAsync("held_messages", batch.Id)).ShouldBe(1);
    }

    [Fact]
    [Trait("Scenario", "S-126")]
    public async Task A_cancelled_batch_closes_its_set_and_one_cancelled_before_never_gets_any()
    {
        await using var cms = await CmsUnderTest.StartAsync();
        var schoolClass = await cms.ClassAsync(1);
        var open = cms.Batch(schoolClass, 1);
        await open.OpenAsync([Suggest(schoolClass.Students[0], 0.95m)]);
        var early = cms.Batch(schoolClass, 1);

        await open.CancelAsync();
        await early.CancelAsync();
        await early.OpenAsync([Suggest(schoolClass.Students[0], 0.95m)]);
        // One step a reminder, the last beyond the deadline.
        foreach (var hours in new[] { 12, 10, 8 })
        {
            await cms.AdvanceAsync(TimeSpan.FromHours(hours));
        }

        (await open.NoticesAsync(NotificationType.StudentMatchingReminder)).ShouldBeEmpty();
        (await open.StateAsync()).ShouldBe("cancelled");
        (await early.StateAsync()).ShouldBeNull();
        (await open.FactsAsync<StudentAssociationsConfirmed>()).ShouldBeEmpty();
        (await open.DecideAsync(HttpStatusCode.Conflict, open.Decision(0, "accept")))
            .GetProperty("code")
            .GetString()
            .ShouldBe("INVALID_STATE");
    }
}
