using System.Net;

namespace Phase1.Integration.Tests.ClassManagement.Privacy;

/// <summary>A privacy officer finds a student among those of all teachers, by a part of a name or address; nobody else does.</summary>
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

    static async Task<IReadOnlyList<Guid>> FindAsync(HttpClient officer, string text) =>
        [
            .. (await CmsUnderTest.PostAsync(officer, Route, new { text }))
                .GetProperty("items")
                .EnumerateArray()
                .Select(item => item.GetProperty("student_id").GetGuid()),
        ];
}
