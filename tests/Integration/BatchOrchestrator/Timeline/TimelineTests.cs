using System.Net.Http.Json;
using System.Text.Json;
using Phase1.Events;
using Phase1.Messaging;
using Phase1.Tests.Infrastructure.Engine;
using Phase1.Tests.Infrastructure.Facts;

namespace Phase1.Integration.Tests.BatchOrchestrator.Timeline;

public sealed class TimelineTests
{
    [Fact]
    public async Task Every_fact_of_a_batch_stands_on_its_timeline_with_what_came_of_it()
    {
        await using var bos = await BosTest.StartAsync();
        var (batch, other) = (await bos.RegisterAsync(), await bos.RegisterAsync());
        var early = await bos.Service.FeedAsync(batch.Ready());
        await bos.FeedAsync(batch.Completed(), other.Completed());
        bos.Service.Advance(TimeSpan.FromSeconds(1));
        var confirmed = await bos.Service.FeedAsync(batch.Confirmed());
        await bos.Service.DrainAsync();
        bos.Service.Advance(TimeSpan.FromSeconds(1));
        await bos.FeedAsync(batch.Confirmed());
        await NotedAsync(bos, batch, facts: 12);

        var timeline = (await bos.GetAsync($"/v1/batches/{batch.BatchId}/timeline")).GetProperty("items").EnumerateArray().ToList();

        Topics(timeline, "batch_orchestrator_service")
            .ShouldBe(
                [
                    "batch.essays.registered.v1",
                    "batch.status.changed.v1",
                    "batch.status.changed.v1",
                    "batch.status.changed.v1",
                    "batch.status.changed.v1",
                    "batch.student.matching.initiate.command.v1",
                    "notification.teacher.requested.v1",
                    "notification.teacher.requested.v1",
                ],
                ignoreOrder: true
            );
        Row(timeline, early).ShouldBe("parked: ready_for_pipeline_execution");
        Row(timeline, confirmed).ShouldBe("applied: student_validation_completed");
        timeline[^1].GetProperty("outcome").GetString().ShouldBe("stale");
        timeline.Select(row => row.GetProperty("occurred_at").GetDateTimeOffset()).ShouldBeInOrder();
        timeline.ShouldNotContain(row => row.GetProperty("outcome").GetString() == "contract_violation");
    }

    [Fact]
    public async Task A_timeline_comes_in_pages_and_a_chain_crosses_batches()
    {
        await using var bos = await BosTest.StartAsync();
        var batch = await bos.RegisterAsync(BatchKind.Guest, essays: 1);
        var chain = bos.Service.NewId();
        await bos.Service.FeedAsync(batch.Completed(), new EventCause(chain));
        await bos.Service.DrainAsync();
        await NotedAsync(bos, batch, facts: 5);

        var paged = new List<Guid>();
        string? cursor = null;
        do
        {
            var page = await bos.GetAsync($"/v1/batches/{batch.BatchId}/timeline?limit=2&cursor={cursor}");
            page.GetProperty("items").GetArrayLength().ShouldBeInRange(1, 2);
            paged.AddRange(page.GetProperty("items").EnumerateArray().Select(row => row.GetProperty("event_id").GetGuid()));
            cursor = page.GetProperty("next_cursor").GetString();
        } while (cursor is not null);
        paged.Distinct().Count().ShouldBe(5);

        using var operators = bos.Service.As("operator-1", roles: "operator");
        var facts = await operators.GetFromJsonAsync<JsonElement>($"/internal/v1/chains/{chain}", TestContext.Current.CancellationToken);
        Topics([.. facts.GetProperty("items").EnumerateArray()], ServiceNames.EssayLifecycle)
            .ShouldBe(["batch.content.provisioning.completed.v1"]);
        facts.GetProperty("items").GetArrayLength().ShouldBe(3);
    }

    [Fact]
    public async Task What_is_old_leaves_the_timeline_and_the_history_stays()
    {
        await using var bos = await BosTest.StartAsync(("Timeline:KeptFor", "1.00:00:00"));
        var batch = await bos.RegisterAsync(BatchKind.Guest, essays: 1);
        bos.Service.Advance(TimeSpan.FromHours(23));
        await bos.FeedAsync(batch.Completed());
        await NotedAsync(bos, batch, facts: 5);

        bos.Service.Advance(TimeSpan.FromHours(2));

        // The registration's two facts are older than a day, the completion and what came of it are not.
        await NotedAsync(bos, batch, facts: 3);
        (await bos.CountAsync("batch_status_history where batch_id = $1", batch.BatchId)).ShouldBe(2);
    }

    static Task NotedAsync(BosTest bos, NeighbourFacts batch, int facts) =>
        bos.Service.Clock.FlowUntilAsync(
            async () => await bos.CountAsync("batch_timeline where batch_id = $1", batch.BatchId) == facts,
            TestContext.Current.CancellationToken
        );

    static IEnumerable<string> Topics(List<JsonElement> timeline, string source) =>
        timeline
            .Where(row => row.GetProperty("source_service").GetString() == source)
            .Select(row => row.GetProperty("topic").GetString()!["huleedu.".Length..])
            .Order(StringComparer.Ordinal);

    static string Row(List<JsonElement> timeline, Guid eventId)
    {
        var row = timeline.Single(row => row.GetProperty("event_id").GetGuid() == eventId);
        return $"{row.GetProperty("outcome").GetString()}: {string.Join(' ', row.GetProperty("led_to").EnumerateArray())}";
    }
}
