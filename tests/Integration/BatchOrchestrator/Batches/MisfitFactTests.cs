using Phase1.Events;
using Phase1.Tests.Infrastructure.Facts;

namespace Phase1.Integration.Tests.BatchOrchestrator.Batches;

public sealed class MisfitFactTests
{
    [Fact]
    public async Task A_contradiction_is_dead_lettered_and_holds_nobody()
    {
        await using var bos = await BosTest.StartAsync();
        var batch = await bos.RegisterAsync();

        await bos.FeedAsync(batch.Completed() with { CourseCode = CourseCode.Eng7 }, batch.Completed());

        (await bos.StatusAsync(batch)).ShouldBe("awaiting_student_validation");
        (await bos.ListAsync<string>("select reason_code from dead_letters")).ShouldBe(["CONTRADICTORY_FACT"]);
    }

    [Fact]
    public async Task A_fact_of_an_unknown_batch_is_set_aside()
    {
        await using var bos = await BosTest.StartAsync();
        var known = await bos.RegisterAsync();
        var unknown = new NeighbourFacts(bos.Service.NewId(), bos.ClassId, CourseCode.Sv2, known.EssayIds, bos.Service.Clock);

        await bos.FeedAsync(unknown.Completed(), known.Completed());

        (await bos.CountAsync("held_messages where batch_id = $1", unknown.BatchId)).ShouldBe(1);
        (await bos.StatusAsync(known)).ShouldBe("awaiting_student_validation");
    }
}
