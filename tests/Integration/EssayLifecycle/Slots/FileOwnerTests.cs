using Phase1.Tests.Infrastructure.Facts;

namespace Phase1.Integration.Tests.EssayLifecycle.Slots;

public sealed class FileOwnerTests(EssayLifecycleFixture els) : IClassFixture<EssayLifecycleFixture>
{
    [Fact]
    public async Task A_file_in_another_teachers_name_is_a_dead_letter_and_takes_no_slot()
    {
        var batch = new BatchFacts(2);
        await els.FeedAsync(batch, batch.Registered());

        var content = await els.FeedInTheNameOfAsync("another-teacher", batch, batch.Content(1));
        await els.FeedInTheNameOfAsync("another-teacher", batch, batch.Failed(2));

        (await els.OutcomeAsync(content)).ShouldBe("contract_violation");
        (await els.ReasonCodesAsync(batch)).ShouldBe(["CONTRADICTORY_FACT", "CONTRADICTORY_FACT"]);
        (await els.EssaysAsync(batch)).ShouldBe(["1 uploaded -", "2 uploaded -"]);
    }

    [Fact]
    public async Task So_is_one_that_waited_for_the_batch_and_the_batch_goes_on()
    {
        var batch = new BatchFacts(1);
        await els.FeedInTheNameOfAsync("another-teacher", batch, batch.Content(1));

        await els.FeedAsync(batch, batch.Registered(), batch.Content(2));

        (await els.ReasonCodesAsync(batch)).ShouldBe(["CONTRADICTORY_FACT"]);
        (await els.CountAsync(batch, "pending_content")).ShouldBe(0);
        (await els.EssaysAsync(batch)).ShouldBe(["1 ready_for_processing text-2"]);
    }

    [Fact]
    public async Task A_producer_need_not_name_the_teacher()
    {
        var batch = new BatchFacts(1);
        await els.FeedAsync(batch, batch.Registered());

        await els.FeedInTheNameOfAsync(null, batch, batch.Content(1));

        (await els.EssaysAsync(batch)).ShouldBe(["1 ready_for_processing text-1"]);
    }
}
