using System.Net;
using System.Text.Json;
using Phase1.Events;
using Phase1.Tests.Infrastructure.Facts;

namespace Phase1.Integration.Tests.BatchOrchestrator.Batches;

/// <summary>What an operator is told of a batch: its list, its steps with what they changed, its parked facts.</summary>
[Trait("Scenario", "S-666")]
public sealed class OperatorStoryTests
{
    static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_step_keeps_the_batch_as_it_left_it()
    {
        await using var bos = await BosTest.StartAsync();
        var batch = await bos.RegisterAsync();
        await bos.FeedAsync(batch.Completed());
        await bos.FeedAsync(batch.Confirmed());
        await bos.FeedAsync(batch.Ready());
        await bos.FeedAsync(batch.Request("analysis"));

        var steps = await GetAsync(bos, $"/internal/v1/batches/{batch.BatchId}/history");

        var snapshots = steps.EnumerateArray().Select(step => step.GetProperty("snapshot")).ToList();
        snapshots.Select(of => of.GetProperty("decided").GetInt32()).ShouldBe([0, 0, 3, 3, 3]);
        snapshots.Select(of => of.GetProperty("stored").GetInt32()).ShouldBe([0, 0, 0, 3, 3]);
        snapshots.Select(of => of.GetProperty("version").GetInt32()).ShouldBe([1, 2, 3, 4, 5]);
        snapshots[0].GetProperty("provisioned").ValueKind.ShouldBe(JsonValueKind.Null);
        snapshots[1].GetProperty("provisioned").GetInt32().ShouldBe(3);
        snapshots[3].GetProperty("run").ValueKind.ShouldBe(JsonValueKind.Null);
        snapshots[4].GetProperty("run").GetProperty("pipeline").GetString().ShouldBe("analysis");
        snapshots[4].GetProperty("run").GetProperty("phase").GetString().ShouldBe("spellcheck");
        (await bos.GetAsync($"/v1/batches/{batch.BatchId}/history"))[0].TryGetProperty("snapshot", out _).ShouldBeFalse();
    }

    [Fact]
    public async Task A_fact_that_came_early_is_listed_until_it_is_taken_up()
    {
        await using var bos = await BosTest.StartAsync();
        var batch = await bos.RegisterAsync();
        await bos.FeedAsync(batch.Confirmed());

        (await GetAsync(bos, $"/internal/v1/batches/{batch.BatchId}/parked-facts"))[0]
            .GetProperty("kind")
            .GetString()
            .ShouldBe("associations_confirmed");
        await bos.FeedAsync(batch.Completed());

        (await GetAsync(bos, $"/internal/v1/batches/{batch.BatchId}/parked-facts")).GetArrayLength().ShouldBe(0);
        var steps = await GetAsync(bos, $"/internal/v1/batches/{batch.BatchId}/history");
        steps[1].GetProperty("snapshot").GetProperty("parked")[0].GetString().ShouldBe("associations_confirmed");
    }

    [Fact]
    public async Task The_list_is_filtered_and_says_what_each_waits_for()
    {
        await using var bos = await BosTest.StartAsync();
        var regular = await bos.RegisterAsync();
        var guest = await bos.RegisterAsync(BatchKind.Guest);
        await bos.FeedAsync(regular.Completed());

        (await IdsAsync(bos, "")).ShouldBe([regular.BatchId, guest.BatchId], ignoreOrder: true);
        (await IdsAsync(bos, "&status=awaiting_student_validation")).ShouldBe([regular.BatchId]);
        (await IdsAsync(bos, "&class_type=GUEST")).ShouldBe([guest.BatchId]);
        (await IdsAsync(bos, $"&batch_id={guest.BatchId}")).ShouldBe([guest.BatchId]);
        (await IdsAsync(bos, "&since_before=2000-01-01T00:00:00Z")).ShouldBeEmpty();
        var row = (await GetAsync(bos, $"/internal/v1/batches?batch_id={regular.BatchId}")).GetProperty("items")[0];
        row.GetProperty("user_id").GetString().ShouldBe(NeighbourFacts.Owner);
        row.GetProperty("waits_for").GetString().ShouldBe("matching");
        row.GetProperty("explanation").GetString().ShouldBe("3 essays being matched with the class");
        using var operators = bos.Service.As("operator-1", "operator");
        foreach (var wrong in new[] { "status=lost", "class_type=odd" })
        {
            (await operators.GetAsync(new Uri($"/internal/v1/batches?{wrong}", UriKind.Relative), Token)).StatusCode.ShouldBe(
                HttpStatusCode.BadRequest
            );
        }
    }

    static async Task<IEnumerable<Guid>> IdsAsync(BosTest bos, string filter) =>
        (await GetAsync(bos, $"/internal/v1/batches?limit=50{filter}"))
            .GetProperty("items")
            .EnumerateArray()
            .Select(row => row.GetProperty("batch_id").GetGuid());

    static async Task<JsonElement> GetAsync(BosTest bos, string path)
    {
        using var operators = bos.Service.As("operator-1", "operator");
        using var answer = await operators.GetAsync(new Uri(path, UriKind.Relative), Token);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        return JsonDocument.Parse(await answer.Content.ReadAsStringAsync(Token)).RootElement;
    }
}
