using System.Net;
using Phase1.Events;
using Phase1.Integration.Tests.Infrastructure;

namespace Phase1.Integration.Tests.BatchOrchestrator.Batches;

/// <summary>The database refuses one step of a transition: nothing of the transition is there, and the record comes again.</summary>
public sealed class FaultTests
{
    public static IEnumerable<TheoryDataRow<string, string>> EveryStepOfEveryTransition =>
        FaultStep.All.SelectMany(step => step.Tables.Select(table => new TheoryDataRow<string, string>(step.Name, table)));

    [Theory, Trait("Scenario", "S-113")]
    [MemberData(nameof(EveryStepOfEveryTransition))]
    public async Task A_transition_that_fails_at_any_step_leaves_nothing_and_is_applied_once_afterwards(string name, string table)
    {
        await using var bos = await BosTest.StartAsync();
        var step = FaultStep.All.Single(one => one.Name == name);
        var batch = await bos.RegisterAsync(step.Kind);
        await bos.FeedAsync(step.Before(batch));
        var fact = step.Fact(batch);
        var topic = Topics.Of(fact);
        var untouched = await bos.EverythingAsync(topic);
        await PlantedFault.RefuseAsync(bos.Service.Db, table);

        await bos.FeedAsync(fact);

        (await bos.EverythingAsync(topic)).ShouldBe(untouched);
        (await bos.CountAsync("held_messages where attempts = 1")).ShouldBe(1);
        (await bos.CountAsync(BosTest.InboxOf, batch.BatchId, topic)).ShouldBe(0);
        await PlantedFault.RemoveAsync(bos.Service.Db);
        await BosTest.UntilAsync(async () =>
        {
            bos.Service.Advance(TimeSpan.FromSeconds(1));
            return await bos.CountAsync("held_messages") == 0;
        });
        await bos.Service.DrainAsync();
        (await bos.PathAsync(batch)).ShouldBe(step.Path);
        (await bos.LogAsync<BatchStatusChanged>(batch.BatchId)).Count.ShouldBe(step.Path.Length);
        (await bos.EssaysAsync(batch)).ShouldBe(step.Essays);
        (await bos.CountAsync("parked_facts")).ShouldBe(step.Parked);
        (await bos.CountAsync(BosTest.InboxOf, batch.BatchId, topic)).ShouldBe(1);
        (await bos.CountAsync("dead_letters")).ShouldBe(0);
    }

    [Theory, Trait("Scenario", "S-113")]
    [InlineData("batches")]
    [InlineData("batch_status_history")]
    [InlineData("parked_facts")]
    [InlineData("pipeline_runs")]
    [InlineData("outbox")]
    public async Task A_cancellation_that_fails_at_any_step_leaves_nothing_and_can_be_asked_for_again(string table)
    {
        await using var bos = await BosTest.StartAsync();
        var parked = table == "parked_facts";
        var batch = await bos.BatchInAsync(
            parked ? BatchStatus.AwaitingStudentValidation : BatchStatus.ProcessingPipelines,
            parked ? BatchKind.Regular : BatchKind.Guest
        );
        if (parked)
        {
            await bos.FeedAsync(batch.Ready());
        }
        var path = await bos.PathAsync(batch);
        var untouched = await bos.EverythingAsync("");
        await PlantedFault.RefuseAsync(bos.Service.Db, table);

        (await bos.CancelAsync(batch)).StatusCode.ShouldBe(HttpStatusCode.InternalServerError);
        await bos.Service.DrainAsync();

        (await bos.EverythingAsync("")).ShouldBe(untouched);
        await PlantedFault.RemoveAsync(bos.Service.Db);
        (await bos.CancelAsync(batch)).StatusCode.ShouldBe(HttpStatusCode.OK);
        await bos.Service.DrainAsync();
        (await bos.PathAsync(batch)).ShouldBe([.. path, "cancelled"]);
        (await bos.LogAsync<BatchStatusChanged>(batch.BatchId)).Count.ShouldBe(path.Count + 1);
        (await bos.CountAsync("parked_facts")).ShouldBe(0);
        (await bos.CountAsync("pipeline_runs where finished_at is null")).ShouldBe(0);
    }
}
