using System.Text;
using System.Text.Json.Nodes;
using Phase1.Events;

namespace Phase1.Integration.Tests.BatchOrchestrator.Batches;

public sealed class ConfirmationTests
{
    [Fact, Trait("Scenario", "S-114")]
    public async Task A_confirmation_before_the_content_is_applied_without_a_second_delivery()
    {
        await using var bos = await BosTest.StartAsync();
        var batch = await bos.RegisterAsync();
        await bos.FeedAsync(batch.Confirmed());
        (await bos.OutcomesAsync<StudentAssociationsConfirmed>(batch)).ShouldBe(["parked"]);

        await bos.FeedAsync(batch.Completed());

        (await bos.StatusAsync(batch)).ShouldBe("student_validation_completed");
        (await bos.CountAsync("parked_facts")).ShouldBe(0);
        (await bos.OutcomesAsync<StudentAssociationsConfirmed>(batch)).ShouldBe(["parked"]);
    }

    [Fact, Trait("Scenario", "S-116")]
    public async Task A_confirmation_in_parts_moves_the_batch_with_its_last_part()
    {
        await using var bos = await BosTest.StartAsync();
        var batch = await bos.RegisterAsync();
        await bos.FeedAsync(batch.Completed(), batch.Confirmed(1, 2));
        (await bos.StatusAsync(batch)).ShouldBe("awaiting_student_validation");
        (await bos.GetAsync($"/v1/batches/{batch.BatchId}/status")).GetProperty("counts").GetProperty("decided").GetInt32().ShouldBe(2);

        await bos.FeedAsync(batch.Confirmed(3));

        (await bos.StatusAsync(batch)).ShouldBe("student_validation_completed");
    }

    [Fact, Trait("Scenario", "S-116")]
    public async Task An_empty_confirmation_is_dead_lettered_as_a_violation()
    {
        await using var bos = await BosTest.StartAsync();
        var batch = await bos.BatchInAsync(BatchStatus.AwaitingStudentValidation);
        // We would not even write such a record: somebody writes it in the name of CMS.
        var stamp = new EnvelopeStamp(
            bos.Service.NewId(),
            bos.Service.Clock.GetUtcNow(),
            ServiceNames.ClassManagement,
            bos.Service.NewId()
        );
        var record = JsonNode.Parse(EnvelopeSerializer.Write(batch.Confirmed(1), stamp))!;
        record["data"]!["associations"] = new JsonArray();

        await bos.Service.FeedRawAsync(
            Topics.StudentAssociationsConfirmed,
            batch.BatchId.ToString(),
            Encoding.UTF8.GetBytes(record.ToJsonString())
        );
        await bos.FeedAsync(batch.Confirmed(1));

        (await bos.ListAsync<string>("select reason_code from dead_letters")).ShouldBe(["INVALID_VALUE"]);
        (await bos.StatusAsync(batch)).ShouldBe("awaiting_student_validation");
        (await bos.EssaysAsync(batch)).ShouldBe("0 stored, 1 decided");
    }
}
