using System.Net;
using System.Text.Json;
using Phase1.Events;
using Phase1.Tests.Infrastructure.Facts;

namespace Phase1.Integration.Tests.BatchOrchestrator.Batches.Explanation;

public sealed class ExplanationTests
{
    [Fact]
    public async Task A_batch_says_at_every_step_what_it_waits_for()
    {
        await using var bos = await BosTest.StartAsync();
        var batch = await bos.RegisterAsync();
        bos.Service.Others.OnGet($"/internal/v1/batches/{batch.BatchId}/text-progress", new { Arrived = 1, Failed = 1 });
        (await ExplainedAsync(bos, batch)).ShouldBe(("texts", "1 of 3 essays arrived, 1 could not be read; waits for 1 more"));

        await bos.FeedAsync(batch.Completed());
        (await ExplainedAsync(bos, batch)).ShouldBe(("matching", "3 essays being matched with the class"));
        bos.OfferDecisions(undecided: 1, batch);
        (await ExplainedAsync(bos, batch)).ShouldBe(
            ("teacher_decisions", "3 of 3 essays matched, 2 decided; 1 needs the teacher; auto-confirms Tue 14:05 UTC")
        );

        await bos.FeedAsync(batch.Confirmed());
        (await ExplainedAsync(bos, batch)).ShouldBe(("release", "3 essays decided; being released"));
        await bos.FeedAsync(batch.Ready());
        (await ExplainedAsync(bos, batch)).ShouldBe(("teacher_start", "3 essays ready; the teacher may start a pipeline"));
        await bos.FeedAsync(batch.Request("analysis"));
        (await ExplainedAsync(bos, batch)).ShouldBe(("pipeline", "The pipeline analysis is in phase 1 of 2, spellcheck"));
        await bos.FeedAsync(batch.Ended(), batch.Ended(Phase.Nlp));
        (await ExplainedAsync(bos, batch)).ShouldBe(("nothing", "3 essays analysed without a failure"));
    }

    [Fact, Trait("Scenario", "S-130")]
    public async Task While_authors_are_undecided_the_page_has_the_deadline()
    {
        await using var bos = await BosTest.StartAsync();
        var batch = await bos.RegisterAsync();
        await bos.FeedAsync(batch.Completed());
        bos.OfferDecisions(undecided: 3, batch);

        var page = await bos.GetAsync($"/v1/batches/{batch.BatchId}");

        page.GetProperty("deadline").GetString().ShouldBe(BosNeighbours.Deadline);
        page.GetProperty("details").GetProperty("client_status").GetString().ShouldBe("awaiting_student_validation");
        page.GetProperty("unavailable").GetArrayLength().ShouldBe(0);
    }

    [Fact]
    public async Task With_a_neighbour_away_the_page_says_less_and_names_it()
    {
        await using var bos = await BosTest.StartAsync();
        var batch = await bos.RegisterAsync();
        bos.Service.Others.Away($"/internal/v1/batches/{batch.BatchId}/text-progress");

        var page = await bos.GetAsync($"/v1/batches/{batch.BatchId}");

        page.GetProperty("explanation").GetString().ShouldBe("3 essays expected; texts may be uploaded");
        page.GetProperty("unavailable").EnumerateArray().Select(name => name.GetString()).ShouldBe(["essay_lifecycle_service"]);
    }

    [Fact]
    public async Task Teachers_see_their_own_batches_and_operators_all()
    {
        await using var bos = await BosTest.StartAsync();
        var batch = await bos.RegisterAsync(BatchKind.Guest);
        using var stranger = bos.Service.As("teacher-2");
        using var operators = bos.Service.As("operator-1", roles: "operator");

        foreach (var page in new[] { "", "/timeline" })
        {
            (await StatusAsync(stranger, $"/v1/batches/{batch.BatchId}{page}")).ShouldBe(HttpStatusCode.NotFound);
            (await StatusAsync(bos.Teacher, $"/internal/v1/batches/{batch.BatchId}{page}")).ShouldBe(HttpStatusCode.Forbidden);
            (await StatusAsync(operators, $"/internal/v1/batches/{batch.BatchId}{page}")).ShouldBe(HttpStatusCode.OK);
        }
    }

    static async Task<(string? WaitsFor, string? Sentence)> ExplainedAsync(BosTest bos, NeighbourFacts batch)
    {
        JsonElement page = await bos.GetAsync($"/v1/batches/{batch.BatchId}");
        return (page.GetProperty("waits_for").GetString(), page.GetProperty("explanation").GetString());
    }

    static async Task<HttpStatusCode> StatusAsync(HttpClient client, string path)
    {
        using var answer = await client.GetAsync(path, TestContext.Current.CancellationToken);
        return answer.StatusCode;
    }
}
