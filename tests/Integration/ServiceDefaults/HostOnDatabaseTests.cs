using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Logging;
using Phase1.Servers;
using Phase1.ServiceDefaults;
using Phase1.Tests.Infrastructure;

namespace Phase1.Integration.Tests.ServiceDefaults;

public sealed class HostOnDatabaseTests
{
    const string Correlation = "01890a5d-ac96-774b-bcce-b302099a8057";

    static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_service_with_its_database_is_ready_and_says_why()
    {
        await using var host = await NotesHost.StartAsync();

        var ready = await host.Client.GetFromJsonAsync<JsonElement>("/readyz", Token);

        ready.GetProperty("status").GetString().ShouldBe("ready");
        ready
            .GetProperty("checks")
            .EnumerateArray()
            .Select(check => check.GetProperty("name").GetString())
            .ShouldBe(["database", "schema", "log", "outbox"]);
    }

    [Fact]
    public async Task A_request_is_the_cause_of_what_it_records()
    {
        await using var host = await NotesHost.StartAsync();

        var answer = await host.SendAsync(
            HttpMethod.Get,
            "/v1/cause",
            null,
            "teacher-1",
            (HeaderNames.CorrelationId, Correlation),
            (HeaderNames.OrgId, "org-1")
        );

        var cause = await answer.Content.ReadFromJsonAsync<JsonElement>(Token);
        cause.GetProperty("correlation_id").GetString().ShouldBe(Correlation);
        cause.GetProperty("causation_id").ValueKind.ShouldBe(JsonValueKind.Null);
        cause.GetProperty("user_id").GetString().ShouldBe("teacher-1");
        cause.GetProperty("org_id").GetString().ShouldBe("org-1");
    }

    [Fact]
    public async Task Dead_letters_are_the_operator_s_and_their_problems_look_like_all_others()
    {
        await using var host = await NotesHost.StartAsync();
        const string Unknown = "/internal/v1/dead-letters/01890a5d-ac96-774b-bcce-b302099a8057";

        var teacher = await host.SendAsync(HttpMethod.Get, Unknown, null, "teacher-1");
        var op = await host.SendAsync(HttpMethod.Get, Unknown, null, "operator-1", (HeaderNames.UserRoles, "operator"));

        ((int)teacher.StatusCode).ShouldBe(403);
        ((int)op.StatusCode).ShouldBe(404);
        var problem = await op.Content.ReadFromJsonAsync<JsonElement>(Token);
        problem.GetProperty("code").GetString().ShouldBe("RESOURCE_NOT_FOUND");
        problem.GetProperty("type").GetString().ShouldBe("urn:phase1:problem:resource-not-found");
        problem.GetProperty("correlation_id").GetGuid().ShouldNotBe(Guid.Empty);
    }

    [Fact]
    public async Task Without_its_database_a_service_lives_says_what_is_missing_and_answers_503()
    {
        var away = $"Host=127.0.0.1;Port={FreePort.Next()};Database=none;Username=none;Timeout=2";
        await using var app = Phase1Host.Build(
            new NotesService(),
            [
                "--environment=Development",
                "--urls=http://127.0.0.1:0",
                $"--ConnectionStrings:Database={away}",
                $"--ConnectionStrings:Log={away}",
            ],
            builder => builder.Logging.ClearProviders()
        );
        await app.StartAsync(Token);
        using var client = new HttpClient { BaseAddress = new Uri(app.Urls.First()) };
        client.DefaultRequestHeaders.Add(HeaderNames.ApiKey, ServiceKeys.Development);
        client.DefaultRequestHeaders.Add(HeaderNames.ServiceId, "tests");
        client.DefaultRequestHeaders.Add(HeaderNames.UserId, "teacher-1");

        var alive = await client.GetAsync("/livez", Token);
        var ready = await client.GetAsync("/readyz", Token);
        var asked = await client.GetAsync("/v1/cause", Token);

        ((int)alive.StatusCode).ShouldBe(200);
        ((int)ready.StatusCode).ShouldBe(503);
        (await ready.Content.ReadAsStringAsync(Token)).ShouldContain("Waiting for");
        ((int)asked.StatusCode).ShouldBe(503);
        asked.Headers.RetryAfter.ShouldNotBeNull();
        await app.StopAsync(Token);
    }
}
