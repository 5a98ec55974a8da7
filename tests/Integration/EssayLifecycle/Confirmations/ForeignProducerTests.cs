using System.Net;
using Phase1.Events;
using Phase1.Tests.Infrastructure.Facts;

namespace Phase1.Integration.Tests.EssayLifecycle.Confirmations;

/// <summary>Who wrote which essay CMS alone says.</summary>
public sealed class ForeignProducerTests(EssayLifecycleFixture els) : IClassFixture<EssayLifecycleFixture>
{
    [Theory]
    [InlineData("somebody_elses_service")]
    [InlineData(ServiceNames.Nlp)]
    public async Task A_confirmation_by_anybody_else_is_a_dead_letter_and_changes_nothing(string source)
    {
        var batch = await els.CompleteAsync(2);

        var eventId = await els.FeedAsync(source, batch, batch.AllConfirmed());

        (await els.ReasonCodesAsync(batch)).ShouldBe([ViolationCodes.ProducerNotAllowed]);
        (await els.CountAsync(batch, "dead_letters")).ShouldBe(1);
        (await els.TextsAsync(batch, EssayLifecycleFixture.Students)).ShouldAllBe(essay => essay == "ready_for_processing - 0");
        // The record is not believed, not even which fact it is: the true one under the same id has its effect.
        await els.FeedAsync(ServiceNames.ClassManagement, batch, batch.AllConfirmed(), eventId);
        (await els.ToldAsync<BatchEssaysReady>(batch)).Count.ShouldBe(1);
    }

    [Fact]
    public async Task It_cannot_be_redriven_for_it_would_be_no_truer_then()
    {
        var batch = await els.CompleteAsync(1);
        await els.FeedAsync("somebody_elses_service", batch, batch.AllConfirmed());
        var id = (await els.TextsAsync(batch, "select id from dead_letters where record_key = $1::uuid::text")).Single();

        using var operators = els.AsOperator();
        using var answer = await operators.PostAsync(
            $"/internal/v1/dead-letters/{id}/redrive",
            null,
            TestContext.Current.CancellationToken
        );

        answer.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        await els.DrainAsync();
        (await els.ToldAsync<BatchEssaysReady>(batch)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Nobody_goes_by_the_name_of_another_service_where_others_may_write()
    {
        var batch = new BatchFacts(1);
        await els.FeedAsync(batch, batch.Registered());

        await els.FeedAsync(ServiceNames.Nlp, batch, batch.Content(1));
        (await els.ReasonCodesAsync(batch)).ShouldBe([ViolationCodes.ProducerNotAllowed]);

        await els.FeedAsync("somebody_elses_service", batch, batch.Content(1));
        (await els.EssaysAsync(batch)).ShouldHaveSingleItem().ShouldContain("ready_for_processing");
    }
}
