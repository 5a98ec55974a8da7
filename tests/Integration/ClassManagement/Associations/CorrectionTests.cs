using System.Net;
using Phase1.Events;
using static Phase1.Integration.Tests.ClassManagement.Associations.SetUnderTest;

namespace Phase1.Integration.Tests.ClassManagement.Associations;

public class CorrectionTests
{
    [Fact]
    [Trait("Scenario", "S-516")]
    public async Task After_the_release_the_author_can_be_put_right_also_where_the_deadline_decided()
    {
        await using var cms = await CmsUnderTest.StartAsync();
        var schoolClass = await cms.ClassAsync(2);
        var batch = cms.Batch(schoolClass, 2);
        await batch.OpenAsync([Suggest(schoolClass.Students[0], 0.95m)], []);
        await cms.AdvanceAsync(TimeSpan.FromHours(24));
        var placeholder = await cms.ScalarAsync<Guid>("select student_id from students where is_placeholder");

        var row = await CmsUnderTest.PutAsync(
            cms.Teacher,
            $"{batch.Path}/{batch.Essays[1]}",
            new { student_id = schoolClass.Students[1], association_version = 1 }
        );
        await CmsUnderTest.PutAsync(
            cms.Teacher,
            $"{batch.Path}/{batch.Essays[0]}",
            new { student_id = "unknown", association_version = 1 }
        );
        await cms.Service.DrainAsync();

        row.GetProperty("association_version").GetInt32().ShouldBe(2);
        row.GetProperty("decided_student").GetProperty("student_id").GetGuid().ShouldBe(schoolClass.Students[1]);
        row.GetProperty("validation_method").GetString().ShouldBe("human");
        var facts = (await batch.FactsAsync<EssayStudentAssociationUpdated>()).ToDictionary(fact => fact.Data.EssayId);
        facts[batch.Essays[1]].Data.PreviousStudentId.ShouldBe(placeholder);
        facts[batch.Essays[1]].Data.StudentId.ShouldBe(schoolClass.Students[1]);
        facts[batch.Essays[1]].Data.AssociationVersion.ShouldBe(2);
        facts[batch.Essays[1]].Header.CorrelationId.ShouldBe(batch.CorrelationId);
        facts[batch.Essays[0]].Data.StudentId.ShouldBe(placeholder);
        (await batch.NoticesAsync(NotificationType.AssociationCorrected)).Count.ShouldBe(2);
        (await batch.ReleaseAsync()).Data.Associations.Count.ShouldBe(2);
        (await batch.StateAsync()).ShouldBe("released");
    }

    [Fact]
    [Trait("Scenario", "S-516")]
    public async Task Every_decision_about_an_essay_stays_in_its_history_which_its_teacher_reads()
    {
        await using var cms = await CmsUnderTest.StartAsync();
        var schoolClass = await cms.ClassAsync(2);
        var batch = cms.Batch(schoolClass, 1);
        await batch.OpenAsync([Suggest(schoolClass.Students[0], 0.95m)]);
        await batch.DecideAsync(batch.Decision(0, "accept"));
        await CmsUnderTest.PutAsync(
            cms.Teacher,
            $"{batch.Path}/{batch.Essays[0]}",
            new { student_id = schoolClass.Students[1], association_version = 1 }
        );

        var changes = (await CmsUnderTest.GetAsync(cms.Teacher, $"{batch.Path}/{batch.Essays[0]}/changes")).EnumerateArray().ToList();

        changes.Select(change => change.GetProperty("decision").GetString()).ShouldBe(["accepted", "chosen"]);
        changes.Select(change => change.GetProperty("by").GetString()).ShouldAllBe(by => by == CmsUnderTest.TeacherId);
        changes[0].GetProperty("from_student").ValueKind.ShouldBe(System.Text.Json.JsonValueKind.Null);
        changes[1].GetProperty("from_student").GetProperty("display_name").GetString().ShouldBe("First1 Last1");
        changes[1].GetProperty("to_student").GetProperty("student_id").GetGuid().ShouldBe(schoolClass.Students[1]);
        await CmsUnderTest.GetAsync(cms.Stranger, $"{batch.Path}/{batch.Essays[0]}/changes", HttpStatusCode.NotFound);
        await CmsUnderTest.GetAsync(cms.Teacher, $"{batch.Path}/{cms.Service.NewId()}/changes", HttpStatusCode.NotFound);
    }

    [Fact]
    [Trait("Scenario", "S-516")]
    public async Task A_correction_needs_the_release_the_current_version_and_an_essay_of_the_batch()
    {
        await using var cms = await CmsUnderTest.StartAsync();
        var schoolClass = await cms.ClassAsync(2);
        var batch = cms.Batch(schoolClass, 2);
        await batch.OpenAsync([Suggest(schoolClass.Students[0], 0.95m)], []);
        await CorrectAsync(HttpStatusCode.Conflict, "INVALID_STATE", schoolClass.Students[1], version: 0);
        await batch.DecideAsync(batch.Decision(0, "accept"), batch.Decision(1, "exclude"));

        var stale = await CorrectAsync(HttpStatusCode.Conflict, "STALE_VERSION", schoolClass.Students[1], version: 0);
        stale.GetProperty("current")[0].GetProperty("association_version").GetInt32().ShouldBe(1);
        await CorrectAsync(HttpStatusCode.NotFound, "STUDENT_NOT_FOUND", cms.Service.NewId(), version: 1);
        await CorrectAsync(HttpStatusCode.Conflict, "INVALID_STATE", schoolClass.Students[1], version: 1, essay: 1);
        await CmsUnderTest.PutAsync(
            cms.Teacher,
            $"{batch.Path}/{cms.Service.NewId()}",
            new { student_id = "unknown", association_version = 1 },
            HttpStatusCode.NotFound
        );
        await CmsUnderTest.PutAsync(
            cms.Teacher,
            $"{batch.Path}/{batch.Essays[0]}",
            new { student_id = "unknown" },
            HttpStatusCode.BadRequest
        );

        (await batch.FactsAsync<EssayStudentAssociationUpdated>()).ShouldBeEmpty();

        async Task<System.Text.Json.JsonElement> CorrectAsync(
            HttpStatusCode expected,
            string code,
            Guid student,
            int version,
            int essay = 0
        )
        {
            var body = new { student_id = student, association_version = version };
            var problem = await CmsUnderTest.PutAsync(cms.Teacher, $"{batch.Path}/{batch.Essays[essay]}", body, expected);
            problem.GetProperty("code").GetString().ShouldBe(code);
            return problem;
        }
    }
}
