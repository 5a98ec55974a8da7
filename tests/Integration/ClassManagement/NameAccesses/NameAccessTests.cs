using System.Net;
using System.Text.Json;
using Phase1.Events;
using static Phase1.Integration.Tests.ClassManagement.Associations.SetUnderTest;

namespace Phase1.Integration.Tests.ClassManagement.NameAccesses;

/// <summary>An operator with a right and a reason sees names; that is written down, and the teacher is told.</summary>
[Trait("Scenario", "P-49")]
public sealed class NameAccessTests
{
    const string Reason = "The school asks where Malte's text is – ärende 17";

    static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_names_are_told_once_it_is_written_down_and_the_teacher_knows()
    {
        await using var cms = await CmsUnderTest.StartAsync();
        var schoolClass = await cms.ClassAsync(1);
        var batch = cms.Batch(schoolClass, 2);
        await batch.OpenAsync([Suggest(schoolClass.Students[0], 0.95m)], []);
        using var client = cms.Service.As("operator-1", "operator,operator-names");

        var seen = await AskAsync(client, batch.Id, Reason);

        seen.StatusCode.ShouldBe(HttpStatusCode.OK);
        using var body = JsonDocument.Parse(await seen.Content.ReadAsStringAsync(Token));
        body.RootElement.GetArrayLength().ShouldBe(2);
        var names = body.RootElement.EnumerateArray().Select(essay => essay.GetProperty("suggested_student").GetString()).ToList();
        names.ShouldContain("First1 Last1");
        body.RootElement[0]
            .EnumerateObject()
            .Select(part => part.Name)
            .ShouldBe(["essay_id", "file_name", "suggested_student", "decided_student", "decision"]);
        (await cms.ScalarAsync<string>("select concat_ws('|', batch_id, read_by, reason) from name_accesses")).ShouldBe(
            $"{batch.Id}|operator-1|{Reason}"
        );
        await cms.Service.DrainAsync();
        var told = (await batch.NoticesAsync(NotificationType.OperatorAccess)).ShouldHaveSingleItem();
        told.Data.TeacherId.ShouldBe(CmsUnderTest.TeacherId);
        told.Data.Payload.Keys.ShouldBe(["access_id", "read_by"]);
    }

    [Theory]
    [InlineData("operator,operator-names", "fourteen chars", HttpStatusCode.BadRequest)]
    [InlineData("operator,operator-names", null, HttpStatusCode.BadRequest)]
    [InlineData("operator", Reason, HttpStatusCode.Forbidden)]
    [InlineData("operator-names", Reason, HttpStatusCode.Forbidden)]
    public async Task Without_right_or_reason_nothing_is_told_and_nothing_is_written(string roles, string? reason, HttpStatusCode refusal)
    {
        await using var cms = await CmsUnderTest.StartAsync();
        var schoolClass = await cms.ClassAsync(1);
        var batch = cms.Batch(schoolClass, 1);
        await batch.OpenAsync([Suggest(schoolClass.Students[0], 0.95m)]);
        using var client = cms.Service.As("operator-1", roles);

        (await AskAsync(client, batch.Id, reason)).StatusCode.ShouldBe(refusal);

        (await cms.ScalarAsync<long>("select count(*) from name_accesses")).ShouldBe(0);
    }

    [Fact]
    public async Task The_privacy_officer_reads_who_saw_what_in_pages()
    {
        await using var cms = await CmsUnderTest.StartAsync();
        var schoolClass = await cms.ClassAsync(1);
        var batch = cms.Batch(schoolClass, 1);
        await batch.OpenAsync([Suggest(schoolClass.Students[0], 0.95m)]);
        using var client = cms.Service.As("operator-1", "operator,operator-names");
        using var officer = cms.Service.As("officer-1", "privacy-officer");
        await AskAsync(client, batch.Id, Reason);
        await AskAsync(client, batch.Id, Reason);
        (await AskAsync(client, cms.Service.NewId(), Reason)).StatusCode.ShouldBe(HttpStatusCode.NotFound);

        var first = await CmsUnderTest.GetAsync(officer, "/internal/v1/name-accesses?limit=1");
        var cursor = Uri.EscapeDataString(first.GetProperty("next_cursor").GetString()!);
        var second = await CmsUnderTest.GetAsync(officer, $"/internal/v1/name-accesses?limit=1&cursor={cursor}");

        first.GetProperty("items")[0].GetProperty("reason").GetString().ShouldBe(Reason);
        second.GetProperty("next_cursor").ValueKind.ShouldBe(JsonValueKind.Null);
        (await client.GetAsync(new Uri("/internal/v1/name-accesses", UriKind.Relative), Token)).StatusCode.ShouldBe(
            HttpStatusCode.Forbidden
        );
    }

    static async Task<HttpResponseMessage> AskAsync(HttpClient client, Guid batchId, string? reason)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/internal/v1/batches/{batchId}/student-associations");
        if (reason is not null)
        {
            request.Headers.Add("X-Access-Reason", Uri.EscapeDataString(reason));
        }
        return await client.SendAsync(request, Token);
    }
}
