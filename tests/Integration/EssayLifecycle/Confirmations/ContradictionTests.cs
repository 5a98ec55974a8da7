using Phase1.Events;
using Phase1.Tests.Infrastructure.Facts;

namespace Phase1.Integration.Tests.EssayLifecycle.Confirmations;

public sealed class ContradictionTests(EssayLifecycleFixture els) : IClassFixture<EssayLifecycleFixture>
{
    [Theory]
    [InlineData("essay")]
    [InlineData("course")]
    [InlineData("class")]
    public async Task A_confirmation_that_does_not_fit_its_batch_is_dead_lettered_and_nothing_of_it_applied(string lie)
    {
        var batch = new BatchFacts(1);
        await els.FeedAsync(batch, batch.Registered(), batch.Content(1));
        var confirmed = lie switch
        {
            "essay" => batch.Confirmed(batch.Decided(1, 1), batch.Decided(2, 2)),
            "course" => batch.AllConfirmed() with { CourseCode = CourseCode.Eng5 },
            _ => batch.AllConfirmed() with { ClassId = batch.BatchId },
        };

        await els.FeedAsync(batch, confirmed);

        (await els.ReasonCodesAsync(batch)).ShouldBe(["CONTRADICTORY_FACT"]);
        (await els.TextsAsync(batch, "select count(student_id) from essays where batch_id = $1")).ShouldBe(["0"]);
        (await els.ToldAsync<BatchEssaysReady>(batch)).ShouldBeEmpty();
        await els.FeedAsync(batch, batch.AllConfirmed());
        (await els.ToldAsync<BatchEssaysReady>(batch)).Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_waiting_confirmation_that_turns_out_wrong_does_not_keep_the_batch_from_completing()
    {
        var batch = new BatchFacts(1);

        await els.FeedAsync(batch, batch.AllConfirmed() with { CourseCode = CourseCode.Eng5 }, batch.Registered(), batch.Content(1));

        (await els.ToldAsync<BatchContentProvisioningCompleted>(batch)).Count.ShouldBe(1);
        (await els.ToldAsync<BatchEssaysReady>(batch)).ShouldBeEmpty();
        (await els.CountAsync(batch, "pending_confirmations")).ShouldBe(0);
        (await els.ReasonCodesAsync(batch)).ShouldBe(["CONTRADICTORY_FACT"]);
    }

    [Fact]
    public async Task A_guest_batch_has_no_authors_to_confirm()
    {
        var batch = new BatchFacts(1, regular: false);
        await els.FeedAsync(batch, batch.Registered(), batch.Content(1));

        var confirmed = await els.FeedAsync(batch, batch.AllConfirmed());

        (await els.OutcomeAsync(confirmed)).ShouldBe("stale");
        (await els.ToldAsync<BatchEssaysReady>(batch)).ShouldBeEmpty();
    }
}
