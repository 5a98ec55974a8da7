using System.Text.Json;
using Phase1.Events;

namespace Phase1.Integration.Tests.BatchOrchestrator.Batches;

[Trait("Scenario", "S-724")]
public sealed class RestatementTests
{
    [Fact]
    public async Task A_batch_that_CMS_has_not_released_is_put_back_and_goes_its_way_when_it_is()
    {
        await using var bos = await BosTest.StartAsync();
        var batch = await bos.BatchInAsync(BatchStatus.ReadyForPipelineExecution);
        var restated = batch.Restated(3, released: false);

        await bos.FeedAsync(restated, restated, batch.Restated(2, released: true));

        (await bos.StatusAsync(batch)).ShouldBe("awaiting_student_validation");
        (await bos.EssaysAsync(batch)).ShouldBe("0 stored, 0 decided");
        (await bos.OutcomesAsync<StudentAssociationsRestated>(batch)).ShouldBe(["applied", "stale", "stale"]);
        (await bos.LogAsync<BatchStatusChanged>(batch.BatchId))[^1].Data.Trigger.ShouldBe("associations_restated");
        await bos.FeedAsync(batch.Confirmed(), batch.Ready());
        (await bos.PathAsync(batch))
            .TakeLast(3)
            .ShouldBe(["awaiting_student_validation", "student_validation_completed", "ready_for_pipeline_execution"]);
        (await bos.EssaysAsync(batch)).ShouldBe("3 stored, 3 decided");
    }

    [Fact]
    public async Task The_release_may_come_before_the_restatement_that_did_not_know_of_it()
    {
        await using var bos = await BosTest.StartAsync();
        var batch = await bos.BatchInAsync(BatchStatus.ReadyForPipelineExecution);

        await bos.FeedAsync(batch.Confirmed(), batch.Restated(3, released: false), batch.Restated(4, released: true), batch.Ready());

        (await bos.StatusAsync(batch)).ShouldBe("ready_for_pipeline_execution");
        (await bos.EssaysAsync(batch)).ShouldBe("3 stored, 3 decided");
    }

    [Fact]
    public async Task A_batch_whose_pipeline_has_begun_stays()
    {
        await using var bos = await BosTest.StartAsync();
        var batch = await bos.BatchInAsync(BatchStatus.ProcessingPipelines);

        await bos.FeedAsync(batch.Restated(1, released: false));

        (await bos.StatusAsync(batch)).ShouldBe("processing_pipelines");
        (await bos.OutcomesAsync<StudentAssociationsRestated>(batch)).ShouldBe(["stale"]);
        (await bos.EssaysAsync(batch)).ShouldBe("3 stored, 3 decided");
    }

    [Fact]
    [Trait("Scenario", "S-723")]
    public async Task A_service_learns_where_batches_stand_and_a_teacher_of_the_own_ones()
    {
        await using var bos = await BosTest.StartAsync();
        var (batch, unknown) = (await bos.BatchInAsync(BatchStatus.StudentValidationCompleted), bos.Service.NewId());
        var path = $"/internal/v1/batches/states?batch_ids={batch.BatchId},{unknown}";
        using var service = bos.Service.As(teacher: null);
        using var stranger = bos.Stranger;

        var states = await GetAsync(service, path);

        states.GetProperty(batch.BatchId.ToString()).GetProperty("status").GetString().ShouldBe("student_validation_completed");
        states.GetProperty(unknown.ToString()).ValueKind.ShouldBe(JsonValueKind.Null);
        (await GetAsync(stranger, path)).GetProperty(batch.BatchId.ToString()).ValueKind.ShouldBe(JsonValueKind.Null);
    }

    static async Task<JsonElement> GetAsync(HttpClient client, string path) =>
        JsonDocument.Parse(await client.GetStringAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken)).RootElement;
}
