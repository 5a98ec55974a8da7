using System.IO.Compression;
using System.Net;
using System.Text;
using System.Text.Json;
using Phase1.Events;
using Phase1.Tests.Infrastructure.Privacy;

namespace Phase1.Integration.Tests.ClassManagement.Privacy;

/// <summary>What CMS holds about a student is counted, and handed to Tickets alone, without a word about anybody else.</summary>
[Trait("Scenario", "TC-X24")]
public sealed class AccessTests
{
    [Fact]
    public async Task The_contents_are_the_students_own_and_as_many_as_was_answered()
    {
        await using var canary = await CanaryStudent.CreateAsync();
        var collected = await canary.Cms.Service.CollectAsync(canary.Subject, CollectionPurpose.Access);
        collected.Outcome.ShouldBe(CollectionOutcome.Held);

        var files = await FetchAsync(canary, collected.RequestId);

        JsonSerializer.Deserialize<Dictionary<string, int>>(files["counts.json"]).ShouldBe(collected.Counts, ignoreOrder: true);
        foreach (var table in new[] { "students", "enrolments", "associations", "association_changes", "notifications" })
        {
            JsonDocument.Parse(files[$"{table}.json"]).RootElement.GetArrayLength().ShouldBe(collected.Counts[table], table);
        }
        files["students.json"].ShouldContain("Kanariefågel");
        var all = string.Concat(files.Values);
        all.ShouldNotContain("Berta");
        all.ShouldNotContain(canary.Other.ToString());
    }

    [Fact]
    public async Task Nobody_else_and_nothing_else_gets_contents()
    {
        await using var canary = await CanaryStudent.CreateAsync();
        var service = canary.Cms.Service;
        var access = await service.CollectAsync(canary.Subject, CollectionPurpose.Access);
        var check = await service.CollectAsync(canary.Subject, CollectionPurpose.ErasureCheck);
        using var stranger = service.As(null);

        (await StatusAsync(stranger, access.RequestId)).ShouldBe(HttpStatusCode.NotFound);
        using var tickets = AsTickets(canary);
        (await StatusAsync(tickets, check.RequestId)).ShouldBe(HttpStatusCode.Conflict);
        (await StatusAsync(tickets, service.NewId())).ShouldBe(HttpStatusCode.NotFound);
        service.Advance(TimeSpan.FromDays(7));
        (await StatusAsync(tickets, access.RequestId)).ShouldBe(HttpStatusCode.NotFound);
    }

    static HttpClient AsTickets(CanaryStudent canary)
    {
        var client = canary.Cms.Service.As(null);
        client.DefaultRequestHeaders.Remove("X-Service-ID");
        client.DefaultRequestHeaders.Add("X-Service-ID", ServiceNames.Tickets);
        return client;
    }

    static string PathOf(Guid request) => $"/internal/v1/privacy/requests/{request}/content";

    static async Task<HttpStatusCode> StatusAsync(HttpClient client, Guid request)
    {
        using var answer = await client.GetAsync(PathOf(request), CmsUnderTest.Token);
        return answer.StatusCode;
    }

    static async Task<Dictionary<string, string>> FetchAsync(CanaryStudent canary, Guid request)
    {
        using var tickets = AsTickets(canary);
        await using var body = await tickets.GetStreamAsync(PathOf(request), CmsUnderTest.Token);
        await using var zip = new ZipArchive(body);
        var files = new Dictionary<string, string>();
        foreach (var entry in zip.Entries)
        {
            using var text = new StreamReader(await entry.OpenAsync(CmsUnderTest.Token), Encoding.UTF8);
            files[entry.FullName] = await text.ReadToEndAsync(CmsUnderTest.Token);
        }
        return files;
    }
}
