using System.Net;
using System.Net.Http.Json;
using Phase1.Events;
using static Phase1.Integration.Tests.ClassManagement.Associations.SetUnderTest;

namespace Phase1.Integration.Tests.ClassManagement.Associations;

public class DecisionTests
{
    [Fact]
    [Trait("Scenario", "S-507")]
    public async Task The_list_shows_the_stored_values_lowest_band_first()
    {
        await using var cms = await CmsUnderTest.StartAsync();
        var schoolClass = await cms.ClassAsync(3);
        var batch = cms.Batch(schoolClass, 3);
        await batch.OpenAsync(
            [Suggest(schoolClass.Students[0], 0.95m)],
            [Suggest(schoolClass.Students[1], 0.6000000001m, false), Suggest(schoolClass.Students[2], 0.55m, false)],
            []
        );

        var list = await batch.ListAsync();

        list.GetProperty("associations")
            .EnumerateArray()
            .Select(row => row.GetProperty("band").GetString())
            .ShouldBe(["low", "medium", "high"]);
        list.GetProperty("state").GetString().ShouldBe("open");
        list.GetProperty("course_code").GetString().ShouldBe("SV2");
        list.GetProperty("deadline_at").GetDateTimeOffset().ShouldBe(cms.Service.Clock.GetUtcNow().AddHours(24));
        list.GetProperty("thresholds").GetProperty("auto_confirm").GetDecimal().ShouldBe(0.70m);
        var counts = list.GetProperty("counts");
        counts.GetProperty("total").GetInt32().ShouldBe(3);
        counts.GetProperty("undecided").GetInt32().ShouldBe(3);
        counts.GetProperty("high").GetInt32().ShouldBe(1);
        counts.GetProperty("medium").GetInt32().ShouldBe(1);
        counts.GetProperty("low").GetInt32().ShouldBe(1);
        var medium = await batch.RowAsync(1);
        medium.GetProperty("file_name").GetString().ShouldBe("1.txt");
        medium.GetProperty("match_reasons")[0].GetString().ShouldBe("name_exact");
        medium.GetProperty("confidence_score").GetDecimal().ShouldBe(0.6000000001m);
        medium.GetProperty("suggested_student").GetProperty("display_name").GetString().ShouldBe("First2 Last2");
        medium.GetProperty("alternatives")[0].GetProperty("student").GetProperty("display_name").GetString().ShouldBe("First3 Last3");
    }

    [Fact]
    [Trait("Scenario", "S-508")]
    public async Task Nothing_leaves_before_the_last_decision_and_then_everything_at_once()
    {
        await using var cms = await CmsUnderTest.StartAsync();
        var schoolClass = await cms.ClassAsync(3);
        var batch = cms.Batch(schoolClass, 3);
        await batch.OpenAsync([.. schoolClass.Students.Select(student => new[] { Suggest(student, 0.95m) })]);

        var two = await batch.DecideAsync(batch.Decision(0, "accept"), batch.Decision(1, "accept"));
        two.GetProperty("released").GetBoolean().ShouldBeFalse();
        two.GetProperty("applied").GetInt32().ShouldBe(2);
        (await batch.FactsAsync<StudentAssociationsConfirmed>()).ShouldBeEmpty();

        var last = await batch.DecideAsync(batch.Decision(2, "accept"));
        last.GetProperty("released").GetBoolean().ShouldBeTrue();
        var release = await batch.ReleaseAsync();
        release.Data.Associations.Count.ShouldBe(3);
        release.Data.ValidationSummary.ShouldBe(
            new ValidationSummary
            {
                Human = 3,
                Timeout = 0,
                Auto = 0,
            }
        );
        release.Data.TimeoutTriggered.ShouldBeFalse();
        release.Data.CourseCode.ShouldBe(CourseCode.Sv2);
        release.Header.CorrelationId.ShouldBe(batch.CorrelationId);
        release.CausationId.ShouldNotBeNull();
        release.UserId.ShouldBe(CmsUnderTest.TeacherId);
        (await batch.NoticesAsync(NotificationType.StudentAssociationsConfirmed)).Count.ShouldBe(1);
        (await cms.CountAsync("association_changes", batch.Id)).ShouldBe(3);
    }

    [Fact]
    [Trait("Scenario", "S-509")]
    public async Task Confirming_the_high_band_leaves_namesakes_undecided()
    {
        await using var cms = await CmsUnderTest.StartAsync();
        var schoolClass = await cms.ClassAsync(3);
        var batch = cms.Batch(schoolClass, 2);
        await batch.OpenAsync(
            [Suggest(schoolClass.Students[0], 0.95m, false), Suggest(schoolClass.Students[1], 0.95m, false)],
            [Suggest(schoolClass.Students[2], 0.95m)]
        );

        var answer = await CmsUnderTest.PostAsync(cms.Teacher, $"{batch.Path}/confirm-band", new { band = "high" });

        answer.GetProperty("applied").GetInt32().ShouldBe(1);
        answer.GetProperty("remaining").GetInt32().ShouldBe(1);
        (await batch.RowAsync(0)).GetProperty("validation_status").GetString().ShouldBe("pending_validation");
        var low = await CmsUnderTest.PostAsync(cms.Teacher, $"{batch.Path}/confirm-band", new { band = "low" });
        low.GetProperty("applied").GetInt32().ShouldBe(0);
        low.GetProperty("counts").GetProperty("decided").GetInt32().ShouldBe(1);
    }

    [Fact]
    [Trait("Scenario", "S-510")]
    public async Task An_override_is_what_everybody_reads_beside_the_suggestion()
    {
        await using var cms = await CmsUnderTest.StartAsync();
        var schoolClass = await cms.ClassAsync(2);
        var batch = cms.Batch(schoolClass, 1);
        await batch.OpenAsync([Suggest(schoolClass.Students[0], 0.95m)]);

        await batch.DecideAsync(batch.Decision(0, "choose", schoolClass.Students[1]));

        var row = await batch.RowAsync(0);
        row.GetProperty("decided_student").GetProperty("student_id").GetGuid().ShouldBe(schoolClass.Students[1]);
        row.GetProperty("suggested_student").GetProperty("student_id").GetGuid().ShouldBe(schoolClass.Students[0]);
        var entry = (await batch.ReleaseAsync()).Data.Associations.ShouldHaveSingleItem();
        entry.StudentId.ShouldBe(schoolClass.Students[1]);
        entry.ConfidenceScore.ShouldBe(1.0m);
        entry.Decision.ShouldBe(Decision.Chosen);
        entry.ValidatedBy.ShouldBe(CmsUnderTest.TeacherId);
    }

    [Fact]
    [Trait("Scenario", "S-511")]
    public async Task Unknown_and_excluded_essays_are_released_as_such_and_not_everything_can_be_excluded()
    {
        await using var cms = await CmsUnderTest.StartAsync();
        var schoolClass = await cms.ClassAsync(1);
        var batch = cms.Batch(schoolClass, 2);
        await batch.OpenAsync([Suggest(schoolClass.Students[0], 0.95m)], []);

        var refused = await batch.DecideAsync(HttpStatusCode.Conflict, batch.Decision(0, "exclude"), batch.Decision(1, "exclude"));
        refused.GetProperty("code").GetString().ShouldBe("NOTHING_TO_RELEASE");
        (await cms.CountAsync("association_changes", batch.Id)).ShouldBe(0);

        await batch.DecideAsync(batch.Decision(0, "unknown"), batch.Decision(1, "exclude"));
        var entries = (await batch.ReleaseAsync()).Data.Associations.ToDictionary(entry => entry.EssayId);
        var placeholder = await cms.ScalarAsync<Guid>("select student_id from students where placeholder_class_id = $1", schoolClass.Id);
        entries[batch.Essays[0]].StudentId.ShouldBe(placeholder);
        entries[batch.Essays[0]].ConfidenceScore.ShouldBe(0.0m);
        entries[batch.Essays[1]].StudentId.ShouldBeNull();
        entries[batch.Essays[1]].Decision.ShouldBe(Decision.Excluded);
    }

    [Fact]
    [Trait("Scenario", "S-512")]
    public async Task A_rejected_suggestion_is_never_confirmed_by_the_deadline()
    {
        await using var cms = await CmsUnderTest.StartAsync();
        var schoolClass = await cms.ClassAsync(1);
        var batch = cms.Batch(schoolClass, 1);
        await batch.OpenAsync([Suggest(schoolClass.Students[0], 0.95m)]);

        (await batch.DecideAsync(batch.Decision(0, "reject"))).GetProperty("remaining").GetInt32().ShouldBe(1);
        await cms.AdvanceAsync(TimeSpan.FromHours(24));

        var entry = (await batch.ReleaseAsync()).Data.Associations.ShouldHaveSingleItem();
        entry.Decision.ShouldBe(Decision.TimeoutUnknown);
        entry.StudentId.ShouldBe(await cms.ScalarAsync<Guid>("select student_id from students where is_placeholder"));
    }

    [Fact]
    [Trait("Scenario", "S-513")]
    public async Task Of_two_tabs_that_decide_one_row_the_second_gets_the_current_truth()
    {
        await using var cms = await CmsUnderTest.StartAsync();
        var schoolClass = await cms.ClassAsync(2);
        var batch = cms.Batch(schoolClass, 2);
        await batch.OpenAsync([Suggest(schoolClass.Students[0], 0.95m)], []);

        var answers = await Task.WhenAll(
            cms.Teacher.PostAsync($"{batch.Path}/decisions", Body("accept"), CmsUnderTest.Token),
            cms.Teacher.PostAsync($"{batch.Path}/decisions", Body("unknown"), CmsUnderTest.Token)
        );

        answers.Select(answer => answer.StatusCode).Order().ShouldBe([HttpStatusCode.OK, HttpStatusCode.Conflict]);
        var loser = answers.Single(answer => answer.StatusCode == HttpStatusCode.Conflict);
        var problem = System.Text.Json.JsonDocument.Parse(await loser.Content.ReadAsStringAsync(CmsUnderTest.Token)).RootElement;
        problem.GetProperty("code").GetString().ShouldBe("STALE_VERSION");
        var current = problem.GetProperty("current")[0];
        current.GetProperty("association_version").GetInt32().ShouldBe(1);
        current.GetProperty("validation_status").GetString().ShouldBe("confirmed");
        (await cms.CountAsync("association_changes", batch.Id)).ShouldBe(1);

        HttpContent Body(string action) =>
            System.Net.Http.Json.JsonContent.Create(new { decisions = new[] { batch.Decision(0, action, version: 0) } });
    }

    [Fact]
    [Trait("Scenario", "S-514")]
    public async Task A_fault_between_row_and_outbox_leaves_neither_and_the_retry_releases_once()
    {
        await using var cms = await CmsUnderTest.StartAsync();
        var schoolClass = await cms.ClassAsync(1);
        var batch = cms.Batch(schoolClass, 1);
        await batch.OpenAsync([Suggest(schoolClass.Students[0], 0.95m)]);
        await cms.ScalarAsync<object>(
            """
            create function refuse() returns trigger language plpgsql as $$ begin raise exception 'planted'; end $$;
            create trigger refuse before insert on outbox execute function refuse();
            """
        );

        await batch.DecideAsync(HttpStatusCode.InternalServerError, batch.Decision(0, "accept"));
        (await batch.RowAsync(0)).GetProperty("validation_status").GetString().ShouldBe("pending_validation");
        (await cms.CountAsync("association_changes", batch.Id)).ShouldBe(0);

        await cms.ScalarAsync<object>("drop trigger refuse on outbox");
        await batch.DecideAsync(batch.Decision(0, "accept"));
        (await batch.ReleaseAsync()).Data.Associations.Count.ShouldBe(1);
    }

    [Fact]
    public async Task One_bad_decision_costs_the_request_and_changes_nothing()
    {
        await using var cms = await CmsUnderTest.StartAsync();
        var schoolClass = await cms.ClassAsync(1);
        var other = await cms.ClassAsync(1);
        var batch = cms.Batch(schoolClass, 2);
        await batch.OpenAsync([Suggest(schoolClass.Students[0], 0.95m)], []);

        await batch.DecideAsync(HttpStatusCode.Conflict, batch.Decision(0, "accept"), batch.Decision(1, "accept"));
        await batch.DecideAsync(HttpStatusCode.NotFound, batch.Decision(0, "accept"), batch.Decision(1, "choose", other.Students[0]));
        await batch.DecideAsync(HttpStatusCode.BadRequest, batch.Decision(0, "accept"), batch.Decision(0, "exclude"));
        await batch.DecideAsync(HttpStatusCode.BadRequest, batch.Decision(0, "choose"));
        await batch.DecideAsync(HttpStatusCode.BadRequest);

        (await cms.CountAsync("association_changes", batch.Id)).ShouldBe(0);
    }

    [Fact]
    public async Task A_repeated_request_with_its_key_gets_the_first_answer()
    {
        await using var cms = await CmsUnderTest.StartAsync();
        var schoolClass = await cms.ClassAsync(1);
        var batch = cms.Batch(schoolClass, 1);
        await batch.OpenAsync([Suggest(schoolClass.Students[0], 0.95m)]);
        cms.Teacher.DefaultRequestHeaders.Add("Idempotency-Key", "tab-1");

        var first = await batch.DecideAsync(batch.Decision(0, "accept", version: 0));
        var second = await batch.DecideAsync(batch.Decision(0, "accept", version: 0));

        second.GetRawText().ShouldBe(first.GetRawText());
        first.GetProperty("released").GetBoolean().ShouldBeTrue();
        (await batch.ReleaseAsync()).Data.Associations.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Teacher_and_deadline_in_the_same_instant_leave_one_whole_release()
    {
        await using var cms = await CmsUnderTest.StartAsync();
        var schoolClass = await cms.ClassAsync(2);
        var batch = cms.Batch(schoolClass, 2);
        await batch.OpenAsync([Suggest(schoolClass.Students[0], 0.95m)], [Suggest(schoolClass.Students[1], 0.95m)]);
        cms.Service.Advance(TimeSpan.FromHours(24));

        var teacher = cms.Teacher.PostAsJsonAsync($"{batch.Path}/confirm-band", new { band = "high" }, CmsUnderTest.Token);
        await Task.WhenAll(teacher, cms.TickAsync());
        await cms.SettleAsync();

        var release = (await batch.ReleaseAsync()).Data;
        release.Associations.Select(entry => entry.ValidationMethod).Distinct().Count().ShouldBe(1);
        release.Associations.Select(entry => entry.StudentId).ShouldBe([.. schoolClass.Students], ignoreOrder: true);
        (await cms.CountAsync("association_changes", batch.Id)).ShouldBe(2);
    }

    [Fact]
    public async Task A_student_with_two_texts_is_allowed_and_mentioned()
    {
        await using var cms = await CmsUnderTest.StartAsync();
        var schoolClass = await cms.ClassAsync(1);
        var batch = cms.Batch(schoolClass, 3);
        await batch.OpenAsync([], [], []);

        await batch.DecideAsync(batch.Decision(0, "choose", schoolClass.Students[0]));
        var answer = await batch.DecideAsync(batch.Decision(1, "choose", schoolClass.Students[0]));

        answer.GetProperty("warnings")[0].GetProperty("code").GetString().ShouldBe("student_used_twice");
    }

    [Fact]
    public async Task A_released_set_takes_corrections_only()
    {
        await using var cms = await CmsUnderTest.StartAsync();
        var schoolClass = await cms.ClassAsync(1);
        var batch = cms.Batch(schoolClass, 1);
        await batch.OpenAsync([Suggest(schoolClass.Students[0], 0.95m)]);
        await batch.DecideAsync(batch.Decision(0, "accept"));

        foreach (var action in new[] { "exclude", "reopen" })
        {
            var problem = await batch.DecideAsync(HttpStatusCode.Conflict, batch.Decision(0, action));
            problem.GetProperty("code").GetString().ShouldBe("ALREADY_RELEASED");
        }
    }
}
