using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Phase1.FileIntake;
using Phase1.Tests.Infrastructure.Services;

namespace Phase1.Integration.Tests.Security;

/// <summary>A text is read by its teacher and by services for themselves; nobody else learns that it exists.</summary>
[Trait("Scenario", "S-715")]
public sealed class Texts_are_their_owners
{
    static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Another_teacher_finds_nothing_and_an_operator_is_refused()
    {
        await using var files = await ServiceUnderTest.StartAsync(() => new FileIntakeService());
        using var owner = files.As("teacher-1");
        using var service = files.As(null);
        using var stranger = files.As("teacher-2");
        using var op = files.As("teacher-1", "operator");

        var own = await StoreAsync(owner);
        var nobodys = await StoreAsync(service);

        (await StatusAsync(owner, own)).ShouldBe(HttpStatusCode.OK);
        (await StatusAsync(service, own)).ShouldBe(HttpStatusCode.OK);
        (await StatusAsync(stranger, own)).ShouldBe(HttpStatusCode.NotFound);
        (await StatusAsync(op, own)).ShouldBe(HttpStatusCode.Forbidden);
        (await StatusAsync(service, nobodys)).ShouldBe(HttpStatusCode.OK);
        (await StatusAsync(owner, nobodys)).ShouldBe(HttpStatusCode.NotFound);

        (await FetchedAsync(owner, own, nobodys)).ShouldBe([own]);
        (await FetchedAsync(service, own, nobodys)).ShouldBe([own, nobodys], ignoreOrder: true);
        (await FetchedAsync(stranger, own, nobodys)).ShouldBeEmpty();
        using var refused = await FetchAsync(op, own);
        refused.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task So_are_their_beginnings_which_are_read_many_at_once()
    {
        await using var files = await ServiceUnderTest.StartAsync(() => new FileIntakeService());
        using var owner = files.As("teacher-1");
        using var stranger = files.As("teacher-2");
        var ids = new[] { await StoreAsync(owner), await StoreAsync(owner), await StoreAsync(stranger), "unknown" };

        var own = await ExcerptsAsync(owner, ids, 9);
        var all = await ExcerptsAsync(files.As(null), ids, 1000);

        own.Select(item => item.GetProperty("storage_id").GetString()).ShouldBe(ids[..2].Order());
        own.ShouldAllBe(item => item.GetProperty("text").GetString() == "It rained" && item.GetProperty("length").GetInt32() == 51);
        all.Count.ShouldBe(3);
        (await AskAsync(owner, ids, 1001)).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await AskAsync(owner, [], 100)).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    static Task<HttpResponseMessage> AskAsync(HttpClient client, string[] ids, int chars) =>
        client.PostAsJsonAsync("/internal/v1/content/excerpts", new { storage_ids = ids, max_chars = chars }, Token);

    static async Task<List<JsonElement>> ExcerptsAsync(HttpClient client, string[] ids, int chars)
    {
        using var answer = await AskAsync(client, ids, chars);
        var text = await answer.Content.ReadAsStringAsync(Token);
        return [.. JsonDocument.Parse(text).RootElement.GetProperty("items").EnumerateArray()];
    }

    static async Task<string> StoreAsync(HttpClient client)
    {
        using var content = new StringContent("It rained on the quay all morning, and nobody came.", Encoding.UTF8, "text/plain");
        using var answer = await client.PostAsync("/v1/content", content, Token);
        var text = await answer.Content.ReadAsStringAsync(Token);
        answer.StatusCode.ShouldBe(HttpStatusCode.Created, text);
        return JsonDocument.Parse(text).RootElement.GetProperty("storage_id").GetString()!;
    }

    static async Task<HttpStatusCode> StatusAsync(HttpClient client, string storageId)
    {
        using var answer = await client.GetAsync($"/v1/content/{storageId}", Token);
        return answer.StatusCode;
    }

    static async Task<IEnumerable<string>> FetchedAsync(HttpClient client, params string[] ids)
    {
        using var answer = await FetchAsync(client, ids);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        var fetched = await answer.Content.ReadFromJsonAsync<JsonElement>(Token);
        return [.. fetched.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("storage_id").GetString()!)];
    }

    static Task<HttpResponseMessage> FetchAsync(HttpClient client, params string[] ids) =>
        client.PostAsJsonAsync("/v1/content/fetch", new { storage_ids = ids }, Token);
}
