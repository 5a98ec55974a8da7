using System.Net;
using System.Text;
using System.Text.Json;

namespace Phase1.Integration.Tests.ClassManagement.Students.Import;

/// <summary>A list that is looked at before it is added.</summary>
public class PreviewTests
{
    const string List =
        "name,email\n\"Öberg, Åsa\",asa@skola.example\nLiv Lo,\nBo Berg,known@skola.example\nSvensson,\nEva Ek,asa@skola.example\n";

    [Fact]
    [Trait("Scenario", "P-13")]
    public async Task Each_line_is_told_and_nothing_is_stored()
    {
        await using var cms = await CmsUnderTest.StartAsync();
        var (schoolClass, other) = (await cms.ClassAsync(0), await cms.ClassAsync(0));
        await cms.StudentAsync(schoolClass.Id, "Liv", "Lo");
        await cms.StudentAsync(other.Id, "Bo", "Berg", "known@skola.example");
        await cms.Service.DrainAsync();
        var before = await CountAsync(cms);

        var preview = await SendAsync(cms, schoolClass.Id, "?dry_run=true");
        await cms.Service.DrainAsync();

        preview
            .GetProperty("lines")
            .EnumerateArray()
            .Select(line =>
                string.Join(
                    '|',
                    new[] { "line", "name", "email", "outcome", "column", "reason" }.Select(part => line.GetProperty(part).ToString())
                )
            )
            .ShouldBe([
                "2|Åsa Öberg|asa@skola.example|created||",
                "3|Liv Lo||existing||",
                "4|Bo Berg|known@skola.example|enrolled||",
                "5|||rejected|name|name_incomplete",
                "6|Eva Ek|asa@skola.example|rejected|email|email_taken",
            ]);
        (await CountAsync(cms)).ShouldBe(before);
    }

    [Fact]
    [Trait("Scenario", "P-13")]
    public async Task What_was_seen_is_added_and_after_a_change_it_is_not()
    {
        await using var cms = await CmsUnderTest.StartAsync();
        var schoolClass = await cms.ClassAsync(0);
        var version = (await SendAsync(cms, schoolClass.Id, "?dry_run=true")).GetProperty("roster_version").GetInt64();
        await cms.StudentAsync(schoolClass.Id, "Liv", "Lo");

        var stale = await SendAsync(cms, schoolClass.Id, "", version, HttpStatusCode.Conflict);
        var now = (await SendAsync(cms, schoolClass.Id, "?dry_run=true")).GetProperty("roster_version").GetInt64();
        var added = await SendAsync(cms, schoolClass.Id, "", now);

        stale.GetProperty("code").GetString().ShouldBe("STALE_VERSION");
        added.GetProperty("created").GetInt32().ShouldBe(2);
        added.GetProperty("roster_version").GetInt64().ShouldBe(now + 1);
        added.TryGetProperty("lines", out var lines).ShouldBeTrue();
        lines.ValueKind.ShouldBe(JsonValueKind.Null);
    }

    [Fact]
    [Trait("Scenario", "P-14")]
    public async Task Names_one_a_line_have_a_preview_too()
    {
        await using var cms = await CmsUnderTest.StartAsync();
        var schoolClass = await cms.ClassAsync(0);
        await cms.StudentAsync(schoolClass.Id, "Liv", "Lo");
        var body = new { lines = new[] { "Lo, Liv", "Bo Berg", "Svensson" } };

        var preview = await CmsUnderTest.PostAsync(cms.Teacher, $"/v1/classes/{schoolClass.Id}/students/bulk?dry_run=true", body);

        preview
            .GetProperty("lines")
            .EnumerateArray()
            .Select(line => line.GetProperty("outcome").GetString())
            .ShouldBe(["existing", "created", "rejected"]);
        (await cms.ScalarAsync<long>("select count(*) from students where not is_placeholder")).ShouldBe(1);
    }

    static async Task<(long Students, long Enrolments, long Version, int Facts)> CountAsync(CmsUnderTest cms) =>
        (
            await cms.ScalarAsync<long>("select count(*) from students"),
            await cms.ScalarAsync<long>("select count(*) from enrolments"),
            await cms.ScalarAsync<long>("select sum(roster_version)::bigint from classes"),
            (await cms.Service.Log.FactsAsync<Phase1.Events.StudentUpdated>(CmsUnderTest.Token)).Count
        );

    static async Task<JsonElement> SendAsync(
        CmsUnderTest cms,
        Guid classId,
        string query,
        long? version = null,
        HttpStatusCode expected = HttpStatusCode.OK
    )
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/v1/classes/{classId}/students/import{query}");
        request.Content = new StringContent(List, Encoding.UTF8, "text/csv");
        if (version is not null)
        {
            request.Headers.Add("If-Match", $"\"{version}\"");
        }
        using var answer = await cms.Teacher.SendAsync(request, CmsUnderTest.Token);
        var text = await answer.Content.ReadAsStringAsync(CmsUnderTest.Token);
        answer.StatusCode.ShouldBe(expected, text);
        return JsonDocument.Parse(text).RootElement;
    }
}
