using System.Text;
using Phase1.Events;
using Phase1.Integration.Tests.Infrastructure;
using Phase1.Tests.Infrastructure.Facts;

namespace Phase1.Integration.Tests.EssayLifecycle.Matching;

public sealed class MatchingCommandTests(EssayLifecycleFixture els) : IClassFixture<EssayLifecycleFixture>
{
    [Fact]
    [Trait("Scenario", "S-208")]
    public async Task The_command_is_routed_as_it_is_for_a_batch_that_ELS_does_not_know()
    {
        var batch = new BatchFacts(3) { OrgId = "school-1" };
        var command = batch.MatchingCommand();

        var eventId = await els.FeedAsync(batch, command);

        var requested = (await els.ToldAsync<BatchStudentMatchingRequested>(batch)).ShouldHaveSingleItem();
        requested.Data.EssaysToProcess.ShouldBe(command.EssaysToProcess);
        (requested.Data.ClassId, requested.Data.CourseCode).ShouldBe((command.ClassId, command.CourseCode));
        (requested.Header.CorrelationId, requested.CausationId).ShouldBe((batch.CorrelationId, eventId.ToString()));
        (requested.UserId, requested.Header.Metadata![EventMetadata.OrgId]).ShouldBe((batch.UserId, "school-1"));
        (await els.CountAsync(batch, "essays")).ShouldBe(0);
    }

    [Fact]
    [Trait("Scenario", "S-208")]
    public async Task A_command_without_batch_id_is_refused()
    {
        var batch = new BatchFacts(1);
        var stamp = new EnvelopeStamp(batch.UploadId(99), BatchFacts.Now, ServiceNames.BatchOrchestrator, batch.CorrelationId);
        var body = Encoding.UTF8.GetString(EnvelopeSerializer.Write(batch.MatchingCommand(), stamp));

        await els.FeedRawAsync(
            Topics.InitiateStudentMatching,
            batch.BatchId.ToString(),
            body.Replace($"\"entity_id\":\"{batch.BatchId}\",", "", StringComparison.Ordinal)
        );

        (await els.ReasonCodesAsync(batch)).ShouldBe(["MISSING_FIELD"]);
        (await els.ToldAsync<BatchStudentMatchingRequested>(batch)).ShouldBeEmpty();
    }

    [Fact]
    [Trait("Scenario", "S-208")]
    public async Task The_command_is_routed_while_nobody_may_even_read_the_essays()
    {
        var batch = new BatchFacts(2);
        await els.FeedAsync(batch, batch.Registered(), batch.Content(1), batch.Content(2));

        await using (await TableLock.TakeAsync(els.Db, "essays", "access exclusive"))
        {
            await els.FeedAsync(batch, batch.MatchingCommand());
        }

        (await els.ToldAsync<BatchStudentMatchingRequested>(batch)).Count.ShouldBe(1);
    }

    [Theory]
    [Trait("Scenario", "S-126")]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_cancelled_batch_is_not_routed_whether_ELS_knows_it_or_not(bool registered)
    {
        var batch = new BatchFacts(1);
        if (registered)
        {
            await els.FeedAsync(batch, batch.Registered(), batch.Content(1));
        }

        await els.FeedAsync(batch, batch.Cancelled());
        var command = await els.FeedAsync(batch, batch.MatchingCommand());

        (await els.OutcomeAsync(command)).ShouldBe("stale");
        (await els.ToldAsync<BatchStudentMatchingRequested>(batch)).ShouldBeEmpty();
    }
}
