using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Phase1.EssayLifecycle;
using Phase1.ServiceDefaults;
using Phase1.Tests.Infrastructure.Services;

namespace Phase1.Integration.Tests.ServiceDefaults;

/// <summary>What every service answers to privacy officers.</summary>
[Trait("Scenario", "S-675")]
public sealed class WatchTests
{
    [Fact]
    public async Task Accesses_to_bodies_are_listed_the_latest_first_page_by_page()
    {
        await using var service = await ServiceUnderTest.StartAsync(() => new EssayLifecycleService());
        var readers = new[] { "operator-1", "operator-2", "operator-3" };
        foreach (var reader in readers)
        {
            service.Advance(TimeSpan.FromMinutes(1));
            await using var insert = service.Db.CreateCommand("insert into dead_letter_accesses values ($1, $2, $3, $4)");
            insert.Parameters.Add(new() { Value = service.NewId() });
            insert.Parameters.Add(new() { Value = service.NewId() });
            insert.Parameters.Add(new() { Value = reader });
            insert.Parameters.Add(new() { Value = service.Clock.GetUtcNow() });
            await insert.ExecuteNonQueryAsync(Token);
        }
        using var officer = service.As("officer-1", Phase1Roles.PrivacyOfficer);

        var first = await officer.GetFromJsonAsync<JsonElement>("/internal/v1/dead-letter-accesses?limit=2", Token);
        var cursor = first.GetProperty("next_cursor").GetString();
        var rest = await officer.GetFromJsonAsync<JsonElement>($"/internal/v1/dead-letter-accesses?limit=2&cursor={cursor}", Token);

        Readers(first).Concat(Readers(rest)).ShouldBe(readers.Reverse());
        rest.GetProperty("next_cursor").ValueKind.ShouldBe(JsonValueKind.Null);
        (await officer.GetAsync("/internal/v1/dead-letter-accesses?limit=201", Token)).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Every_table_is_named_with_how_long_it_is_kept()
    {
        await using var service = await ServiceUnderTest.StartAsync(() => new EssayLifecycleService());
        using var officer = service.As("officer-1", Phase1Roles.PrivacyOfficer);

        var report = await officer.GetFromJsonAsync<JsonElement>("/internal/v1/retention", Token);

        var kept = report
            .GetProperty("items")
            .EnumerateArray()
            .ToDictionary(table => table.GetProperty("table").GetString()!, table => table.GetProperty("kept")[0].GetString()!);
        kept["inbox"].ShouldBe("14 days after `processed_at` (Messaging:InboxRetention)");
        kept.Keys.ShouldContain("essays");
        using var @operator = service.As("operator-1", Phase1Roles.Operator);
        (await @operator.GetAsync("/internal/v1/retention", Token)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    static CancellationToken Token => TestContext.Current.CancellationToken;

    static IEnumerable<string> Readers(JsonElement page) =>
        page.GetProperty("items").EnumerateArray().Select(access => access.GetProperty("read_by").GetString()!);
}
