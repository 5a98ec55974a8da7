using System.Net;
using System.Net.Http.Json;
using Phase1.Events;

namespace Phase1.Integration.Tests.ClassManagement.Privacy;

/// <summary>A privacy officer finds a student among those of all teachers, by a part of a name or address, and corrects what is wrong; nobody else does.</summary>
[Trait("Scenario", "TC-X24")]
public sealed class FindingTests
{
    const string Route = "/internal/v1/privacy/students/find";

    [Fact]
    public async Task By_a_part_of_a_name_or_of_an_address()
    {
        await using var cms = await CmsUnderTest.StartAsync();
        var (own, others) = (await cms.ClassAsync(1), await cms.ClassAsync(0, teacher: cms.Stranger));
        var first = await cms.StudentAsync(own.Id, "Zebedea", "Kanariefågel", "zebedea@example.com");
        var second = await cms.StudentAsync(others.Id, "Zebedea", "100%_Berg", teacher: cms.Stranger);
        using var officer = cms.Service.As("officer-1", "privacy-officer");

        (await FindAsync(officer, "zebed")).ShouldBe([first, second], ignoreOrder: true);
        (await FindAsync(officer, "dea Kana")).ShouldBe([first]);
        (await FindAsync(officer, "EDEA@example")).ShouldBe([first]);
        (await FindAsync(officer, "0%_B")).ShouldBe([second]);
        (await FindAsync(officer, "%_%")).ShouldBeEmpty();
        await CmsUnderTest.PostAsync(officer, Route, new { text = "ze" }, HttpStatusCode.BadRequest);
        await CmsUnderTest.PostAsync(cms.Teacher, Route, new { text = "zebed" }, HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task An_officer_corrects_a_name_by_the_teacher_s_rules_and_rosters_are_read_again()
    {
        await using var cms = await CmsUnderTest.StartAsync();
        var own = await cms.ClassAsync(1);
        var student = await cms.StudentAsync(own.Id, "Zebedea", "Kanariefågel", "zebedea@example.com");
        var other = await cms.StudentAsync(own.Id, "Zacharias", "Sparv", "zacharias@example.com");
        using var officer = cms.Service.As("officer-1", "privacy-officer");
        await cms.Service.DrainAsync();
        var told = (await cms.Service.Log.FactsAsync<StudentUpdated>()).Count;

        await CorrectAsync(officer, student, new { last_name = " Kanarie ", email = "" }, HttpStatusCode.NoContent);
        await CorrectAsync(officer, student, new { last_name = "Kanarie" }, HttpStatusCode.NoContent);

        var corrected = await CmsUnderTest.GetAsync(cms.Teacher, $"/v1/classes/students/{student}");
        (corrected.GetProperty("first_name").GetString(), corrected.GetProperty("last_name").GetString()).ShouldBe(("Zebedea", "Kanarie"));
        corrected.GetProperty("email").GetString().ShouldBeNull();
        await cms.Service.DrainAsync();
        var facts = await cms.Service.Log.FactsAsync<StudentUpdated>();
        facts.Count.ShouldBe(told + 1, "what changes nothing is not told");
        (facts[^1].Data.StudentId, facts[^1].Data.RosterVersions.Keys.Single()).ShouldBe((student, own.Id));

        await CorrectAsync(officer, student, new { email = "ZACHARIAS@example.com" }, HttpStatusCode.Conflict);
        await CorrectAsync(officer, student, new { first_name = " " }, HttpStatusCode.BadRequest);
        await CorrectAsync(officer, cms.Service.NewId(), new { first_name = "Zeb" }, HttpStatusCode.NotFound);
        await CorrectAsync(cms.Teacher, other, new { first_name = "Zeb" }, HttpStatusCode.Forbidden);
    }

    static async Task CorrectAsync(HttpClient caller, Guid student, object values, HttpStatusCode expected)
    {
        using var answer = await caller.PutAsJsonAsync($"/internal/v1/privacy/students/{student}", values, CmsUnderTest.Token);
        answer.StatusCode.ShouldBe(expected, await answer.Content.ReadAsStringAsync(CmsUnderTest.Token));
    }

    static async Task<IReadOnlyList<Guid>> FindAsync(HttpClient officer, string text) =>
        [
            .. (await CmsUnderTest.PostAsync(officer, Route, new { text }))
                .GetProperty("items")
                .EnumerateArray()
                .Select(item => item.GetProperty("student_id").GetGuid()),
        ];
}
