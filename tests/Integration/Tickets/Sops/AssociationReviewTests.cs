using System.Text.Json.Nodes;
using Phase1.Events;
using Phase1.Tests.Infrastructure.Facts;

namespace Phase1.Integration.Tests.Tickets.Sops;

public sealed class AssociationReviewTests(TicketsUnderTest tickets) : IClassFixture<TicketsUnderTest>
{
    const string Review = "ASSOCIATION_REVIEW";

    [Fact]
    public async Task A_review_is_opened_looked_at_and_parked_for_its_teacher_until_the_set_is_released()
    {
        var batch = new BatchFacts(3);
        await tickets.FeedAsync(TicketsUnderTest.Needed(batch));

        var parked = await tickets.WaitAsync(batch, Review, ticket => TicketsUnderTest.Status(ticket) == "deferred");
        ((int)parked["priority"]!, (string?)parked["user_identifier"]).ShouldBe((7, batch.UserId));
        ((string?)parked["links"]!["decide"]).ShouldBe($"/v1/batches/{batch.BatchId}/student-associations");
        ((int)parked["metadata"]!["stages"]!["evidence"]!["result"]!["deviation_count"]!).ShouldBe(2);
        ((bool)parked["metadata"]!["awaiting_human_response"]!).ShouldBeTrue();
        ((DateTimeOffset)parked["deadline"]!).ShouldBe(BatchFacts.Now.AddHours(24));

        await tickets.FeedAsync(batch.AllConfirmed());

        var closed = await tickets.WaitAsync(batch, Review, ticket => TicketsUnderTest.Status(ticket) == "completed");
        ((string?)closed["outcome"]).ShouldBe("human");
        var told = await tickets.Service.Log.FactsAsync<TicketClosed>(TicketsUnderTest.Token);
        told.Single(fact => fact.Data.BatchId == batch.BatchId).Data.Outcome.ShouldBe("human");
        var opened = await tickets.Service.Log.FactsAsync<TicketOpened>(TicketsUnderTest.Token);
        opened.Single(fact => fact.Data.BatchId == batch.BatchId).Data.Status.ShouldBe(TicketStatus.Pending);
    }

    [Theory]
    [InlineData(2, 0, "human")]
    [InlineData(0, 2, "timeout")]
    [InlineData(1, 1, "mixed")]
    public async Task The_counts_of_a_release_say_who_decided(int human, int timeout, string outcome)
    {
        var batch = new BatchFacts(3);
        await tickets.FeedAsync(TicketsUnderTest.Needed(batch));

        await tickets.FeedAsync(
            batch.AllConfirmed() with
            {
                ValidationSummary = new ValidationSummary
                {
                    Human = human,
                    Timeout = timeout,
                    Auto = 0,
                },
            }
        );

        ((string?)(await tickets.FindAsync(batch, Review))!["outcome"]).ShouldBe(outcome);
    }

    [Fact]
    [Trait("Scenario", "TC-X13")]
    public async Task Two_records_for_one_batch_are_one_open_ticket_with_the_later_deadline()
    {
        var batch = new BatchFacts(3);

        await tickets.FeedAsync(TicketsUnderTest.Needed(batch, hours: 30));
        await tickets.FeedAsync(TicketsUnderTest.Needed(batch, essays: 2, hours: 26));

        var ticket = (await tickets.FindAsync(batch, Review))!;
        ((DateTimeOffset)ticket["deadline"]!).ShouldBe(BatchFacts.Now.AddHours(30));
        ((int)ticket["metadata"]!["counts"]!["medium"]!).ShouldBe(2);
    }

    [Fact]
    [Trait("Scenario", "TC-X14")]
    public async Task What_has_ended_before_its_beginning_is_born_closed_and_opens_never_again()
    {
        var batch = new BatchFacts(3);

        await tickets.FeedAsync(batch.AllConfirmed());
        await tickets.FeedAsync(TicketsUnderTest.Needed(batch));
        await tickets.FeedAsync(TicketsUnderTest.Needed(batch));

        var ticket = (await tickets.FindAsync(batch, Review))!;
        (TicketsUnderTest.Status(ticket), (string?)ticket["outcome"]).ShouldBe(("completed", "human"));
        ((string?)ticket["agent_occurrence_id"]).ShouldBe("__shared__");
        (await TasksAsync(ticket)).ShouldBe(0);
    }

    [Fact]
    [Trait("Scenario", "TC-X14")]
    public async Task Who_passed_the_set_by_is_told_better_by_the_release()
    {
        var batch = new BatchFacts(3);
        await tickets.FeedAsync(TicketsUnderTest.Needed(batch));

        await tickets.FeedAsync(TicketsUnderTest.Moved(batch, BatchStatus.StudentValidationCompleted));
        ((string?)(await tickets.FindAsync(batch, Review))!["outcome"]).ShouldBe("elsewhere");
        await tickets.FeedAsync(batch.AllConfirmed());
        ((string?)(await tickets.FindAsync(batch, Review))!["outcome"]).ShouldBe("human");
        await tickets.FeedAsync(TicketsUnderTest.Moved(batch, BatchStatus.ReadyForPipelineExecution));
        ((string?)(await tickets.FindAsync(batch, Review))!["outcome"]).ShouldBe("human");
    }

    [Fact]
    public async Task A_cancelled_batch_withdraws_its_review()
    {
        var batch = new BatchFacts(3);
        await tickets.FeedAsync(TicketsUnderTest.Needed(batch));

        await tickets.FeedAsync(TicketsUnderTest.Moved(batch, BatchStatus.Cancelled));

        var ticket = (await tickets.FindAsync(batch, Review))!;
        (TicketsUnderTest.Status(ticket), (string?)ticket["outcome"]).ShouldBe(("cancelled", "withdrawn"));
    }

    [Fact]
    public async Task A_set_with_nothing_left_to_weigh_needs_no_ticket()
    {
        var (late, sure) = (new BatchFacts(3), new BatchFacts(3));
        await tickets.FeedAsync(TicketsUnderTest.Needed(late, essays: 3, suggested: false));

        await tickets.FeedAsync(TicketsUnderTest.Needed(late, essays: 0));
        await tickets.FeedAsync(TicketsUnderTest.Needed(sure, essays: 0));

        ((string?)(await tickets.FindAsync(late, Review))!["outcome"]).ShouldBe("not_needed");
        (await tickets.FindAsync(sure, Review)).ShouldBeNull();
    }

    [Fact]
    public async Task A_deleted_batch_leaves_its_ticket_and_no_settlement()
    {
        var batch = new BatchFacts(3);
        await tickets.FeedAsync(TicketsUnderTest.Needed(batch));
        await tickets.FeedAsync(batch.AllConfirmed());

        await tickets.FeedAsync(
            new BatchDeleted
            {
                BatchId = batch.BatchId,
                UserId = batch.UserId,
                Reason = DeletionReason.Teacher,
                TextStorageIds = [],
                OccurredAt = BatchFacts.Now,
            }
        );

        (await tickets.FindAsync(batch, Review)).ShouldNotBeNull();
        await using var command = tickets.Service.Db.CreateCommand(
            $"select count(*) from settlements where correlation_id = '{batch.BatchId}'"
        );
        (await command.ExecuteScalarAsync(TicketsUnderTest.Token)).ShouldBe(0L);
    }

    async Task<long> TasksAsync(JsonNode ticket)
    {
        await using var command = tickets.Service.Db.CreateCommand(
            $"select count(*) from work_tasks where correlation_id = '{ticket["ticket_id"]}'"
        );
        return (long)(await command.ExecuteScalarAsync(TicketsUnderTest.Token))!;
    }
}
