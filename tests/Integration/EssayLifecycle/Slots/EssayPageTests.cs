using System.Net;
using System.Text.Json;
using Phase1.Tests.Infrastructure.Facts;

namespace Phase1.Integration.Tests.EssayLifecycle.Slots;

public sealed class EssayPageTests(EssayLifecycleFixture els) : IClassFixture<EssayLifecycleFixture>
{
    [Fact]
    public async Task The_status_counts_the_essays_and_the_slots_that_are_used()
    {
        var batch = new BatchFacts(3);
        await els.FeedAsync(batch, batch.Registered(), batch.Content(1), batch.Failed(2));

        var status = await els.GetAsync(batch, $"/v1/batches/{batch.BatchId}/status");

        status.GetProperty("total_essays").GetInt32().ShouldBe(3);
        status.GetProperty("completion_percentage").GetDecimal().ShouldBe(66.7m);
        status.GetProperty("completed_at").ValueKind.ShouldBe(JsonValueKind.Null);
        status
            .GetProperty("status_breakdown")
            .EnumerateObject()
            .Select(count => $"{count.Name} {count.Value}")
            .ShouldBe(["uploaded 1", "ready_for_processing 1", "content_ingestion_failed 1", "excluded 0"]);
    }

    [Fact]
    public async Task The_essays_come_in_the_order_of_their_slots_page_by_page()
    {
        var batch = new BatchFacts(3);
        await els.FeedAsync(batch, batch.Registered(), batch.Content(1), batch.Failed(2), batch.Content(3));
        var path = $"/v1/batches/{batch.BatchId}/essays?limit=2";

        var first = await els.GetAsync(batch, path);
        var rest = await els.GetAsync(batch, $"{path}&cursor={first.GetProperty("next_cursor").GetString()}");

        Rows(first).ShouldBe(["ready_for_processing file-1.txt ", "content_ingestion_failed file-2.txt EMPTY_CONTENT"]);
        Rows(rest).ShouldBe(["ready_for_processing file-3.txt "]);
        Text(rest, "next_cursor").ShouldBe("");
        Row(await els.GetAsync(batch, $"/v1/essays/{batch.EssayId(3)}")).ShouldBe("ready_for_processing file-3.txt ");
    }

    [Fact]
    public async Task Another_teachers_batch_does_not_exist()
    {
        var batch = new BatchFacts(1);
        await els.FeedAsync(batch, batch.Registered());
        using var other = els.As("another-teacher");

        foreach (var path in new[] { $"batches/{batch.BatchId}/status", $"batches/{batch.BatchId}/essays", $"essays/{batch.EssayId(1)}" })
        {
            using var answer = await other.GetAsync($"/v1/{path}", TestContext.Current.CancellationToken);
            answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        }
    }

    static IEnumerable<string> Rows(JsonElement page) => page.GetProperty("items").EnumerateArray().Select(Row);

    static string Row(JsonElement row) => $"{Text(row, "status")} {Text(row, "original_file_name")} {Text(row, "error_code")}";

    static string Text(JsonElement document, string property) =>
        document.TryGetProperty(property, out var value) ? value.GetString() ?? "" : "";
}
