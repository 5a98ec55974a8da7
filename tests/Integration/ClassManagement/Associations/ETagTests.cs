using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using static Phase1.Integration.Tests.ClassManagement.Associations.SetUnderTest;

namespace Phase1.Integration.Tests.ClassManagement.Associations;

public class ETagTests
{
    [Fact]
    [Trait("Scenario", "S-513")]
    public async Task A_decision_on_an_older_list_is_refused_with_the_current_rows_and_their_tag()
    {
        await using var cms = await CmsUnderTest.StartAsync();
        var schoolClass = await cms.ClassAsync(2);
        var batch = cms.Batch(schoolClass, 3);
        await batch.OpenAsync([Suggest(schoolClass.Students[0], 0.95m)], [Suggest(schoolClass.Students[1], 0.95m)], []);
        var seen = await TagAsync(cms, batch);

        using var first = await SendAsync(cms, $"{batch.Path}/decisions", seen, new { decisions = new[] { batch.Decision(0, "accept") } });
        using var second = await SendAsync(cms, $"{batch.Path}/decisions", seen, new { decisions = new[] { batch.Decision(1, "accept") } });
        using var band = await SendAsync(cms, $"{batch.Path}/confirm-band", seen, new { band = "high" });

        first.StatusCode.ShouldBe(HttpStatusCode.OK);
        var current = first.Headers.ETag!.Tag;
        current.ShouldNotBe(seen);
        (await TagAsync(cms, batch)).ShouldBe(current);
        foreach (var refused in new[] { second, band })
        {
            refused.StatusCode.ShouldBe(HttpStatusCode.Conflict);
            refused.Headers.ETag!.Tag.ShouldBe(current);
            var problem = JsonDocument.Parse(await refused.Content.ReadAsStringAsync(CmsUnderTest.Token)).RootElement;
            problem.GetProperty("code").GetString().ShouldBe("STALE_VERSION");
            problem
                .GetProperty("current")
                .EnumerateArray()
                .Count(row => row.GetProperty("decision").ValueKind != JsonValueKind.Null)
                .ShouldBe(1);
        }
        (await cms.CountAsync("association_changes", batch.Id)).ShouldBe(1);
        using var again = await SendAsync(cms, $"{batch.Path}/confirm-band", current, new { band = "high" });
        again.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    [Trait("Scenario", "S-513")]
    public async Task The_tag_is_new_after_a_release_by_the_deadline_and_after_a_correction_and_stays_with_a_reminder()
    {
        await using var cms = await CmsUnderTest.StartAsync();
        var schoolClass = await cms.ClassAsync(1);
        var batch = cms.Batch(schoolClass, 1);
        await batch.OpenAsync([Suggest(schoolClass.Students[0], 0.95m)]);
        var opened = await TagAsync(cms, batch);

        await cms.AdvanceAsync(TimeSpan.FromHours(12));
        (await TagAsync(cms, batch)).ShouldBe(opened);
        await cms.AdvanceAsync(TimeSpan.FromHours(12));
        var released = await TagAsync(cms, batch);
        released.ShouldNotBe(opened);
        await CmsUnderTest.PutAsync(
            cms.Teacher,
            $"{batch.Path}/{batch.Essays[0]}",
            new { student_id = "unknown", association_version = 1 }
        );
        (await TagAsync(cms, batch)).ShouldNotBe(released);
    }

    [Fact]
    public async Task What_is_no_tag_is_refused_and_a_star_is_any()
    {
        await using var cms = await CmsUnderTest.StartAsync();
        var schoolClass = await cms.ClassAsync(1);
        var batch = cms.Batch(schoolClass, 1);
        await batch.OpenAsync([Suggest(schoolClass.Students[0], 0.95m)]);

        using var nonsense = await SendAsync(cms, $"{batch.Path}/confirm-band", "nonsense", new { band = "high" });
        nonsense.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        using var any = await SendAsync(cms, $"{batch.Path}/confirm-band", "*", new { band = "high" });
        any.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    static async Task<string> TagAsync(CmsUnderTest cms, SetUnderTest batch)
    {
        using var answer = await cms.Teacher.GetAsync(batch.Path, CmsUnderTest.Token);
        return answer.Headers.ETag.ShouldNotBeNull().Tag;
    }

    static async Task<HttpResponseMessage> SendAsync(CmsUnderTest cms, string path, string tag, object body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = JsonContent.Create(body) };
        request.Headers.TryAddWithoutValidation("If-Match", tag);
        return await cms.Teacher.SendAsync(request, CmsUnderTest.Token);
    }
}
