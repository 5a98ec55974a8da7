using System.Net;
using Phase1.Events;
using static Phase1.Integration.Tests.ClassManagement.Associations.SetUnderTest;

namespace Phase1.Integration.Tests.ClassManagement;

public class OwnershipTests
{
    [Fact]
    [Trait("Scenario", "S-517")]
    [Trait("Scenario", "S-715")]
    public async Task What_belongs_to_another_teacher_does_not_exist()
    {
        await using var cms = await CmsUnderTest.StartAsync();
        var schoolClass = await cms.ClassAsync(1);
        var batch = cms.Batch(schoolClass, 1);
        await batch.OpenAsync([Suggest(schoolClass.Students[0], 0.95m)]);
        var decisions = new { decisions = new[] { batch.Decision(0, "accept") } };
        var (stranger, missing) = (cms.Stranger, HttpStatusCode.NotFound);

        await CmsUnderTest.GetAsync(stranger, batch.Path, missing);
        await CmsUnderTest.PostAsync(stranger, $"{batch.Path}/decisions", decisions, missing);
        await CmsUnderTest.PostAsync(stranger, $"{batch.Path}/confirm-band", new { band = "high" }, missing);
        await CmsUnderTest.PutAsync(
            stranger,
            $"{batch.Path}/{batch.Essays[0]}",
            new { student_id = "unknown", association_version = 0 },
            missing
        );
        await CmsUnderTest.GetAsync(stranger, $"/v1/classes/{schoolClass.Id}", missing);
        await CmsUnderTest.PutAsync(stranger, $"/v1/classes/{schoolClass.Id}", new { name = "Mine" }, missing);
        await CmsUnderTest.DeleteAsync(stranger, $"/v1/classes/{schoolClass.Id}", missing);
        await CmsUnderTest.GetAsync(stranger, $"/v1/classes/{schoolClass.Id}/roster", missing);
        await CmsUnderTest.PostAsync(stranger, $"/v1/classes/{schoolClass.Id}/students/bulk", new { lines = new[] { "A B" } }, missing);
        await CmsUnderTest.GetAsync(stranger, $"/v1/classes/students/{schoolClass.Students[0]}", missing);
        await CmsUnderTest.DeleteAsync(stranger, $"/v1/classes/students/{schoolClass.Students[0]}", missing);
        (await CmsUnderTest.GetAsync(stranger, "/v1/classes")).GetProperty("items").GetArrayLength().ShouldBe(0);
        (await CmsUnderTest.GetAsync(stranger, $"/internal/v1/batches/{batch.Id}/student-names")).GetArrayLength().ShouldBe(0);
        await CmsUnderTest.GetAsync(stranger, $"/internal/v1/associations/essay/{batch.Essays[0]}", missing);
    }

    [Fact]
    [Trait("Scenario", "S-517")]
    public async Task A_record_in_another_teachers_name_opens_no_set_of_the_class()
    {
        await using var cms = await CmsUnderTest.StartAsync();
        var batch = cms.Batch(await cms.ClassAsync(1), 1);

        await cms.Service.FeedAsync(batch.Request(), new Phase1.Messaging.EventCause(batch.CorrelationId, null, "teacher-2"));
        await cms.Service.DrainAsync();

        (await cms.ScalarAsync<long>("select count(*) from association_sets")).ShouldBe(0);
        (await cms.ScalarAsync<string>("select reason from dead_letters")).ShouldBe("metadata.user_id: not the class's owner");
        await batch.FeedAsync(batch.Request());
        (await cms.ScalarAsync<string>("select owner_user_id from association_sets")).ShouldBe(CmsUnderTest.TeacherId);
    }

    [Fact]
    [Trait("Scenario", "S-517")]
    public async Task Who_decides_is_never_a_field_of_the_body()
    {
        await using var cms = await CmsUnderTest.StartAsync();
        var schoolClass = await cms.ClassAsync(1);
        var batch = cms.Batch(schoolClass, 1);
        await batch.OpenAsync([Suggest(schoolClass.Students[0], 0.95m)]);

        await batch.DecideAsync(
            HttpStatusCode.BadRequest,
            new
            {
                essay_id = batch.Essays[0],
                action = "accept",
                validated_by = "principal",
            }
        );
    }

    [Fact]
    [Trait("Scenario", "S-518")]
    public async Task Class_and_proposed_student_stay_while_a_set_is_open_and_are_deleted_softly_afterwards()
    {
        await using var cms = await CmsUnderTest.StartAsync();
        var schoolClass = await cms.ClassAsync(2);
        var batch = cms.Batch(schoolClass, 1);
        await batch.OpenAsync([Suggest(schoolClass.Students[0], 0.95m)]);
        var student = $"/v1/classes/students/{schoolClass.Students[0]}";

        var classInUse = await CmsUnderTest.DeleteAsync(cms.Teacher, $"/v1/classes/{schoolClass.Id}", HttpStatusCode.Conflict);
        classInUse.GetProperty("code").GetString().ShouldBe("CLASS_IN_USE");
        var studentInUse = await CmsUnderTest.DeleteAsync(cms.Teacher, student, HttpStatusCode.Conflict);
        studentInUse.GetProperty("code").GetString().ShouldBe("STUDENT_IN_USE");
        await CmsUnderTest.PutAsync(cms.Teacher, student, new { remove_class_ids = new[] { schoolClass.Id } }, HttpStatusCode.Conflict);

        await batch.DecideAsync(batch.Decision(0, "accept"));
        await CmsUnderTest.DeleteAsync(cms.Teacher, student);

        (await batch.RowAsync(0)).GetProperty("decided_student").GetProperty("display_name").GetString().ShouldBe("First1 Last1");
        var document = await CmsUnderTest.GetAsync(cms.Teacher, $"/v1/classes/{schoolClass.Id}");
        document.GetProperty("student_count").GetInt32().ShouldBe(1);
        var roster = await CmsUnderTest.GetAsync(cms.Teacher, $"/v1/classes/{schoolClass.Id}/roster");
        roster.GetProperty("students")[0].GetProperty("student_id").GetGuid().ShouldBe(schoolClass.Students[1]);
        await CmsUnderTest.DeleteAsync(cms.Teacher, $"/v1/classes/{schoolClass.Id}");
        (await batch.ListAsync()).GetProperty("state").GetString().ShouldBe("released");
    }

    [Fact]
    [Trait("Scenario", "S-519")]
    public async Task The_status_of_batches_is_told_for_up_to_a_hundred()
    {
        await using var cms = await CmsUnderTest.StartAsync();
        var schoolClass = await cms.ClassAsync(2);
        var open = cms.Batch(schoolClass, 3);
        await open.OpenAsync([Suggest(schoolClass.Students[0], 0.95m)], [Suggest(schoolClass.Students[1], 0.95m)], []);
        await open.DecideAsync(open.Decision(0, "accept"));
        var released = cms.Batch(schoolClass, 1);
        await released.OpenAsync([Suggest(schoolClass.Students[0], 0.95m)]);
        await released.DecideAsync(released.Decision(0, "accept"));
        var unknown = cms.Service.NewId();

        var map = await CmsUnderTest.GetAsync(
            cms.Teacher,
            $"/internal/v1/batches/validation-status?batch_ids={open.Id},{released.Id},{unknown}"
        );

        var first = map.GetProperty(open.Id.ToString());
        first.GetProperty("state").GetString().ShouldBe("open");
        first.GetProperty("deviation_count").GetInt32().ShouldBe(2);
        first.GetProperty("total_associations").GetInt32().ShouldBe(3);
        first.GetProperty("matched_associations").GetInt32().ShouldBe(2);
        first.GetProperty("confirmed_associations").GetInt32().ShouldBe(1);
        first.GetProperty("auto_confirm_deadline").GetDateTimeOffset().ShouldBe(cms.Service.Clock.GetUtcNow().AddHours(24));
        var second = map.GetProperty(released.Id.ToString());
        second.GetProperty("state").GetString().ShouldBe("released");
        second.GetProperty("deviation_count").GetInt32().ShouldBe(0);
        second.GetProperty("confirmed_associations").GetInt32().ShouldBe(1);
        map.GetProperty(unknown.ToString()).ValueKind.ShouldBe(System.Text.Json.JsonValueKind.Null);
        var many = string.Join(',', Enumerable.Range(0, 101).Select(_ => cms.Service.NewId()));
        await CmsUnderTest.GetAsync(cms.Teacher, $"/internal/v1/batches/validation-status?batch_ids={many}", HttpStatusCode.BadRequest);
        await CmsUnderTest.GetAsync(cms.Teacher, "/internal/v1/batches/validation-status?batch_ids=x", HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Other_services_learn_owner_course_and_authors()
    {
        await using var cms = await CmsUnderTest.StartAsync();
        var schoolClass = await cms.ClassAsync(1, "ENG5");
        var batch = cms.Batch(schoolClass, 1);
        await batch.OpenAsync([Suggest(schoolClass.Students[0], 0.95m)]);
        await batch.DecideAsync(batch.Decision(0, "accept"));
        using var service = cms.Service.As(teacher: null);

        var info = await CmsUnderTest.GetAsync(service, $"/internal/v1/classes/{schoolClass.Id}");
        info.GetProperty("owner_user_id").GetString().ShouldBe(CmsUnderTest.TeacherId);
        info.GetProperty("course_code").GetString().ShouldBe("ENG5");
        await CmsUnderTest.GetAsync(service, $"/internal/v1/classes/{cms.Service.NewId()}", HttpStatusCode.NotFound);
        var map = await CmsUnderTest.GetAsync(service, $"/internal/v1/batches/class-info?batch_ids={batch.Id}");
        map.GetProperty(batch.Id.ToString()).GetProperty("class_id").GetGuid().ShouldBe(schoolClass.Id);
        var names = await CmsUnderTest.GetAsync(service, $"/internal/v1/batches/{batch.Id}/student-names");
        names[0].GetProperty("last_name").GetString().ShouldBe("Last1");
        var row = await CmsUnderTest.GetAsync(service, $"/internal/v1/associations/essay/{batch.Essays[0]}");
        row.GetProperty("decision").GetString().ShouldBe("accepted");
        using var nameless = cms.Service.As("operator-1", "operator");
        await CmsUnderTest.GetAsync(nameless, $"/v1/classes/{schoolClass.Id}/roster", HttpStatusCode.Forbidden);
        await CmsUnderTest.GetAsync(nameless, "/v1/classes", HttpStatusCode.Forbidden);
    }
}
