using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Phase1.Tests.Infrastructure.Engine;
using Phase1.Tests.Infrastructure.Services;

namespace Phase1.Integration.Tests.Tickets.Sops;

public sealed class FailedMessageTests(TicketsUnderTest tickets) : IClassFixture<TicketsUnderTest>
{
    const string Groups = "/internal/v1/dead-letters/groups";

    static CancellationToken Token => TicketsUnderTest.Token;

    [Fact]
    [Trait("Scenario", "TC-X22")]
    public async Task A_flood_is_one_ticket_and_ends_when_nothing_is_open_any_more()
    {
        var count = 10_000;
        tickets.Service.Others.On(HttpMethod.Get, Groups, request => Answer(request, "nlp.test", "FLOOD", count));
        var ticket = await LookedAsync("FLOOD", _ => true);
        ((int)ticket["metadata"]!["count"]!).ShouldBe(10_000);

        count = 12_000;
        await LookedAsync("FLOOD", seen => (int)seen["metadata"]!["count"]! == 12_000);
        count = 0;

        var closed = await LookedAsync("FLOOD", seen => TicketsUnderTest.Status(seen) == "completed");
        ((string?)closed["outcome"], (string?)closed["ticket_id"]).ShouldBe(("redriven", (string?)ticket["ticket_id"]));
    }

    [Fact]
    public async Task What_the_operator_decides_is_done_in_the_operator_s_name()
    {
        var open = true;
        string? who = null;
        tickets.Service.Others.On(HttpMethod.Get, Groups, request => Answer(request, "file-intake.test", "BROKEN", open ? 2 : 0));
        tickets.Service.Others.On(
            HttpMethod.Post,
            $"{Groups}/c1/redrive",
            request =>
            {
                who = $"{request.Headers.GetValues("X-User-ID").Single()} {request.Headers.GetValues("X-User-Roles").Single()}";
                open = false;
                return FakeHttp.Json(
                    new
                    {
                        redriven = 2,
                        refused = Array.Empty<object>(),
                        remaining = 0,
                    }
                );
            }
        );
        var ticket = await LookedAsync("BROKEN", seen => TicketsUnderTest.Status(seen) == "deferred");
        using var operators = tickets.As("operator-7", "operator");

        using var decided = await operators.PostAsJsonAsync(
            $"/v1/tickets/{ticket["ticket_id"]}/decision",
            new { decision = "redrive" },
            Token
        );
        await TicketsUnderTest.ReadAsync(decided);

        var closed = await LookedAsync("BROKEN", seen => TicketsUnderTest.Status(seen) == "completed");
        ((string?)closed["outcome"]).ShouldBe("redriven");
        who.ShouldBe("operator-7 operator");
    }

    // Each look is an interval of the watch.
    async Task<JsonNode> LookedAsync(string code, Func<JsonNode, bool> condition)
    {
        using var operators = tickets.As("operator-1", "operator");
        JsonNode? found = null;
        await Eventually.BecomesTrueAsync(
            async () =>
            {
                tickets.Service.Advance(TimeSpan.FromMinutes(1));
                var page = await operators.GetFromJsonAsync<JsonObject>("/v1/tickets?sop=FAILED_MESSAGE", Token);
                found = page!["items"]!
                    .AsArray()
                    .FirstOrDefault(item => ((string?)item!["correlation_id"])!.EndsWith(code, StringComparison.Ordinal));
                return found is not null && condition(found);
            },
            Token
        );
        return found!;
    }

    static HttpResponseMessage Answer(HttpRequestMessage request, string host, string code, int count) =>
        FakeHttp.Json(
            new
            {
                items = request.RequestUri!.Host != host || count == 0
                    ? []
                    : new[]
                    {
                        new
                        {
                            cause = "c1",
                            consumer = host == "nlp.test" ? "nlp_service" : "file_service",
                            topic = "huleedu.batch.status.changed.v1",
                            reason_code = code,
                            reason = "InvalidOperationException",
                            count,
                            batches = 1,
                            first_failed_at = "2026-01-05T08:00:00Z",
                            last_failed_at = "2026-01-05T08:00:00Z",
                            hours = new int[24],
                        },
                    },
            }
        );
}
