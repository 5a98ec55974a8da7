using Phase1.Tests.Infrastructure.Facts;

namespace Phase1.Integration.Tests.Tickets.Sops;

public sealed class UnknownStudentTests(TicketsUnderTest tickets) : IClassFixture<TicketsUnderTest>
{
    const string Unknown = "UNKNOWN_STUDENT";

    [Fact]
    public async Task It_waits_until_every_author_is_named()
    {
        var batch = new BatchFacts(3);
        await tickets.FeedAsync(TicketsUnderTest.TimedOut(batch, 1, 2));
        await tickets.WaitAsync(batch, Unknown, ticket => TicketsUnderTest.Status(ticket) == "deferred");

        await tickets.FeedAsync(batch.Corrected(1, student: 1, version: 2));
        await tickets.FeedAsync(batch.Corrected(2, student: 99, version: 2));
        TicketsUnderTest.Status((await tickets.FindAsync(batch, Unknown))!).ShouldBe("deferred");
        await tickets.FeedAsync(batch.Corrected(2, student: 2, version: 3));

        var ticket = (await tickets.FindAsync(batch, Unknown))!;
        (TicketsUnderTest.Status(ticket), (string?)ticket["outcome"]).ShouldBe(("completed", "human"));
    }

    [Fact]
    public async Task A_correction_that_was_undone_counts_no_more()
    {
        var batch = new BatchFacts(3);
        await tickets.FeedAsync(TicketsUnderTest.TimedOut(batch, 1, 2));

        await tickets.FeedAsync(batch.Corrected(1, student: 99, version: 3));
        await tickets.FeedAsync(batch.Corrected(1, student: 1, version: 2));
        await tickets.FeedAsync(batch.Corrected(2, student: 2, version: 2));

        TicketsUnderTest.Status((await tickets.FindAsync(batch, Unknown))!).ShouldNotBe("completed");
    }

    [Fact]
    [Trait("Scenario", "TC-X14")]
    public async Task Corrections_that_came_first_make_it_born_closed()
    {
        var batch = new BatchFacts(3);
        await tickets.FeedAsync(batch.Corrected(1, student: 1, version: 2));

        await tickets.FeedAsync(TicketsUnderTest.TimedOut(batch, 1));
        await tickets.FeedAsync(TicketsUnderTest.TimedOut(batch, 1));

        var ticket = (await tickets.FindAsync(batch, Unknown))!;
        (TicketsUnderTest.Status(ticket), (string?)ticket["outcome"]).ShouldBe(("completed", "human"));
    }

    [Fact]
    public async Task A_deadline_that_left_nobody_unknown_opens_none()
    {
        var batch = new BatchFacts(3);

        await tickets.FeedAsync(TicketsUnderTest.TimedOut(batch));

        (await tickets.FindAsync(batch, Unknown)).ShouldBeNull();
    }
}
