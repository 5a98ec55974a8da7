using System.Net;
using System.Net.Http.Headers;
using Phase1.Events;

namespace Phase1.Integration.Tests.ClassManagement.Classes;

public class ClassTests
{
    [Fact]
    public async Task A_class_is_created_listed_changed_and_deleted_and_every_change_is_told()
    {
        await using var cms = await CmsUnderTest.StartAsync();
        var schoolClass = await cms.ClassAsync(2);

        var listed = (await CmsUnderTest.GetAsync(cms.Teacher, "/v1/classes")).GetProperty("items")[0];
        listed.GetProperty("student_count").GetInt32().ShouldBe(2);
        listed.GetProperty("course_codes")[0].GetString().ShouldBe("SV2");
        var renamed = await CmsUnderTest.PutAsync(cms.Teacher, $"/v1/classes/{schoolClass.Id}", new { name = "9B" });
        renamed.GetProperty("name").GetString().ShouldBe("9B");
        await CmsUnderTest.DeleteAsync(cms.Teacher, $"/v1/classes/{schoolClass.Id}");
        await CmsUnderTest.GetAsync(cms.Teacher, $"/v1/classes/{schoolClass.Id}", HttpStatusCode.NotFound);
        await cms.Service.DrainAsync();

        var created = (await cms.Service.Log.FactsAsync<ClassCreated>(CmsUnderTest.Token)).ShouldHaveSingleItem().Data;
        created.ClassDesignation.ShouldBeNull();
        created.RosterVersion.ShouldBe(1);
        var updates = await cms.Service.Log.FactsAsync<ClassUpdated>(CmsUnderTest.Token);
        updates.Select(update => update.Data.RosterVersion).ShouldBe([4, 5]);
        (await cms.ScalarAsync<long>("select count(*) from classes where deleted_at is not null")).ShouldBe(1);
    }

    [Theory]
    [InlineData("{}", HttpStatusCode.BadRequest)]
    [InlineData("""{"name":"9A","course_codes":[]}""", HttpStatusCode.BadRequest)]
    [InlineData("""{"name":" ","course_codes":["SV1"]}""", HttpStatusCode.BadRequest)]
    [InlineData("""{"name":"9A","course_codes":["SV1","SV2"]}""", HttpStatusCode.UnprocessableEntity)]
    [InlineData("""{"name":"9A","course_codes":["LATIN"]}""", HttpStatusCode.NotFound)]
    [InlineData("""{"name":"9A","course_codes":["SV1"],"owner":"me"}""", HttpStatusCode.BadRequest)]
    public async Task A_class_needs_a_name_and_one_known_course(string body, HttpStatusCode expected)
    {
        await using var cms = await CmsUnderTest.StartAsync();
        using var content = new StringContent(body, new MediaTypeHeaderValue("application/json"));

        var answer = await cms.Teacher.PostAsync("/v1/classes", content, CmsUnderTest.Token);

        answer.StatusCode.ShouldBe(expected);
        (await cms.ScalarAsync<long>("select count(*) from classes")).ShouldBe(0);
    }

    [Fact]
    public async Task The_roster_is_answered_again_only_when_it_has_changed()
    {
        await using var cms = await CmsUnderTest.StartAsync();
        var schoolClass = await cms.ClassAsync(1);
        var address = $"/v1/classes/{schoolClass.Id}/roster";
        using var nlp = cms.Service.As(teacher: null);

        var first = await nlp.GetAsync(address, CmsUnderTest.Token);
        nlp.DefaultRequestHeaders.IfNoneMatch.Add(first.Headers.ETag!);
        (await nlp.GetAsync(address, CmsUnderTest.Token)).StatusCode.ShouldBe(HttpStatusCode.NotModified);
        await CmsUnderTest.PutAsync(
            cms.Teacher,
            $"/v1/classes/students/{schoolClass.Students[0]}",
            new
            {
                person_name = new
                {
                    first_name = "Åsa",
                    last_name = "Öberg",
                    legal_full_name = "Åsa Maria Öberg",
                },
            }
        );
        var changed = await CmsUnderTest.GetAsync(nlp, address);

        changed.GetProperty("roster_version").GetInt64().ShouldBe(3);
        changed.GetProperty("students")[0].GetProperty("full_legal_name").GetString().ShouldBe("Åsa Maria Öberg");
    }

    [Fact]
    public async Task Lines_of_names_become_students_once()
    {
        await using var cms = await CmsUnderTest.StartAsync();
        var schoolClass = await cms.ClassAsync(0);
        var lines = new { lines = new[] { "Svensson, Anna", "Carl von Linné", "anna svensson", "Svensson", "" } };

        var answer = await CmsUnderTest.PostAsync(cms.Teacher, $"/v1/classes/{schoolClass.Id}/students/bulk", lines);
        var again = await CmsUnderTest.PostAsync(cms.Teacher, $"/v1/classes/{schoolClass.Id}/students/bulk", lines);
        await cms.Service.DrainAsync();

        answer.GetProperty("created").GetInt32().ShouldBe(2);
        answer.GetProperty("existing").GetInt32().ShouldBe(1);
        answer.GetProperty("rejected").EnumerateArray().Select(bad => bad.GetProperty("line").GetInt32()).ShouldBe([4, 5]);
        answer.GetProperty("rejected")[0].GetProperty("reason").GetString().ShouldBe("name_incomplete");
        again.GetProperty("created").GetInt32().ShouldBe(0);
        again.GetProperty("existing").GetInt32().ShouldBe(3);
        var facts = await cms.Service.Log.FactsAsync<StudentCreated>(CmsUnderTest.Token);
        facts.Count.ShouldBe(2);
        facts.ShouldAllBe(fact => fact.Data.RosterVersions[schoolClass.Id] == 2);
    }

    [Fact]
    public async Task An_address_belongs_to_one_student_of_a_teacher_and_is_free_after_the_deletion()
    {
        await using var cms = await CmsUnderTest.StartAsync();
        var schoolClass = await cms.ClassAsync(0);
        var anna = await cms.StudentAsync(schoolClass.Id, "Anna", "Ask", "anna@skola.se");
        var body = new { person_name = new { first_name = "Anna", last_name = "Alm" }, email = "ANNA@skola.se" };

        var taken = await CmsUnderTest.PostAsync(cms.Teacher, "/v1/classes/students", body, HttpStatusCode.Conflict);
        taken.GetProperty("detail").GetString().ShouldNotBeNull().ShouldNotContain("skola");
        await CmsUnderTest.PostAsync(cms.Stranger, "/v1/classes/students", body, HttpStatusCode.Created);
        await CmsUnderTest.DeleteAsync(cms.Teacher, $"/v1/classes/students/{anna}");
        await CmsUnderTest.PostAsync(cms.Teacher, "/v1/classes/students", body, HttpStatusCode.Created);
    }

    [Fact]
    public async Task A_student_moves_between_classes_and_both_rosters_say_so()
    {
        await using var cms = await CmsUnderTest.StartAsync();
        var from = await cms.ClassAsync(1);
        var to = await cms.ClassAsync(0);

        var moved = await CmsUnderTest.PutAsync(
            cms.Teacher,
            $"/v1/classes/students/{from.Students[0]}",
            new { add_class_ids = new[] { to.Id }, remove_class_ids = new[] { from.Id } }
        );
        await cms.Service.DrainAsync();

        moved.GetProperty("class_ids").EnumerateArray().Select(id => id.GetGuid()).ShouldBe([to.Id]);
        (await CmsUnderTest.GetAsync(cms.Teacher, $"/v1/classes/{from.Id}/roster")).GetProperty("students").GetArrayLength().ShouldBe(0);
        var fact = (await cms.Service.Log.FactsAsync<StudentUpdated>(CmsUnderTest.Token)).ShouldHaveSingleItem().Data;
        fact.RosterVersions.Keys.ShouldBe([from.Id, to.Id], ignoreOrder: true);
    }

    [Fact]
    public async Task A_deleted_student_loses_name_and_address_after_thirty_days()
    {
        await using var cms = await CmsUnderTest.StartAsync();
        var schoolClass = await cms.ClassAsync(0);
        var student = await cms.StudentAsync(schoolClass.Id, "Anna", "Ask", "anna@skola.se");
        await CmsUnderTest.DeleteAsync(cms.Teacher, $"/v1/classes/students/{student}");
        await cms.ScalarAsync<object>("update students set deleted_at = deleted_at - interval '30 days'");

        await cms.EraseAsync();

        (
            await cms.ScalarAsync<string>("select concat(first_name, last_name, email) from students where student_id = $1", student)
        ).ShouldBe("--");
    }
}
