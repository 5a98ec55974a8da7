using System.Net;
using Phase1.Events;

namespace Phase1.Integration.Tests.ClassManagement.UnknownStudents;

public class UnknownStudentTests
{
    [Fact]
    [Trait("Scenario", "S-541")]
    public async Task Every_batch_of_a_class_uses_the_same_unknown_student_also_after_a_restart()
    {
        await using var cms = await CmsUnderTest.StartAsync();
        var schoolClass = await cms.ClassAsync(1);
        var first = cms.Batch(schoolClass, 1);
        await first.OpenAsync([]);
        await first.DecideAsync(first.Decision(0, "unknown"));

        await cms.Service.RestartAsync();
        using var teacher = cms.Service.As(CmsUnderTest.TeacherId, "teacher");
        var second = cms.Batch(schoolClass, 1);
        await second.OpenAsync([]);
        await cms.AdvanceAsync(TimeSpan.FromHours(24));

        var student = (await first.ReleaseAsync()).Data.Associations.ShouldHaveSingleItem().StudentId;
        (await second.ReleaseAsync()).Data.Associations.ShouldHaveSingleItem().StudentId.ShouldBe(student);
    }

    [Fact]
    [Trait("Scenario", "S-541")]
    public async Task Twenty_decisions_at_once_on_a_fresh_class_make_one()
    {
        await using var cms = await CmsUnderTest.StartAsync();
        var schoolClass = await cms.ClassAsync(1);
        var batches = Enumerable.Range(0, 20).Select(_ => cms.Batch(schoolClass, 1)).ToList();
        foreach (var batch in batches)
        {
            await cms.Service.FeedAsync(batch.Request(), new(batch.CorrelationId, null, CmsUnderTest.TeacherId));
        }
        await cms.Service.DrainAsync();

        await Task.WhenAll(
            batches.Select(batch =>
                CmsUnderTest.PostAsync(cms.Teacher, $"{batch.Path}/decisions", new { decisions = new[] { batch.Decision(0, "unknown") } })
            )
        );

        (await cms.ScalarAsync<long>("select count(*) from students where is_placeholder")).ShouldBe(1);
        (await cms.ScalarAsync<long>("select count(distinct decided_student_id) from associations")).ShouldBe(1);
    }

    [Fact]
    [Trait("Scenario", "S-542")]
    public async Task It_is_nobodys_student()
    {
        await using var cms = await CmsUnderTest.StartAsync();
        var schoolClass = await cms.ClassAsync(2);
        var batch = cms.Batch(schoolClass, 1);
        await batch.OpenAsync([]);
        await batch.DecideAsync(batch.Decision(0, "unknown"));
        var placeholder = await cms.ScalarAsync<Guid>("select student_id from students where is_placeholder");
        var address = $"/v1/classes/students/{placeholder}";

        var roster = await CmsUnderTest.GetAsync(cms.Teacher, $"/v1/classes/{schoolClass.Id}/roster");
        roster.GetProperty("students").GetArrayLength().ShouldBe(2);
        (await CmsUnderTest.GetAsync(cms.Teacher, $"/v1/classes/{schoolClass.Id}")).GetProperty("student_count").GetInt32().ShouldBe(2);
        await CmsUnderTest.GetAsync(cms.Teacher, address, HttpStatusCode.NotFound);
        await CmsUnderTest.PutAsync(cms.Teacher, address, new { add_class_ids = new[] { schoolClass.Id } }, HttpStatusCode.NotFound);
        var rename = new { person_name = new { first_name = "Ada", last_name = "Berg" } };
        await CmsUnderTest.PutAsync(cms.Teacher, address, rename, HttpStatusCode.NotFound);
        await CmsUnderTest.DeleteAsync(cms.Teacher, address, HttpStatusCode.NotFound);
        var classes = await CmsUnderTest.GetAsync(cms.Teacher, "/v1/classes");
        classes.GetProperty("items")[0].GetProperty("student_count").GetInt32().ShouldBe(2);
        var open = cms.Batch(schoolClass, 1);
        await open.OpenAsync([]);
        (await open.DecideAsync(HttpStatusCode.NotFound, open.Decision(0, "choose", placeholder)))
            .GetProperty("code")
            .GetString()
            .ShouldBe("STUDENT_NOT_FOUND");
        (await batch.ReleaseAsync()).Data.Associations.ShouldHaveSingleItem().StudentId.ShouldBe(placeholder);

        var decided = (await batch.RowAsync(0)).GetProperty("decided_student");
        decided.GetProperty("is_placeholder").GetBoolean().ShouldBeTrue();
        decided.GetProperty("display_name").GetString().ShouldBe("UNKNOWN STUDENT");
        var refused = await CmsUnderTest.PostAsync(
            cms.Teacher,
            "/v1/classes/students",
            new { person_name = new { first_name = "A", last_name = "B" }, email = $"unknown.{schoolClass.Id}@students.invalid" },
            HttpStatusCode.BadRequest
        );
        refused.GetProperty("code").GetString().ShouldBe("VALIDATION_ERROR");
    }
}
