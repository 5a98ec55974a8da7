using Phase1.Events;
using Phase1.Tests.Infrastructure;
using Phase1.Tickets.Discovery;
using Phase1.Tickets.Lifecycle;
using Phase1.Tickets.Store;

namespace Phase1.Integration.Tests.Tickets.Discovery;

/// <summary>What becomes of many tickets and several workers, on both databases.</summary>
public abstract class QueueContract(TicketRoom room) : ClearedRoom(room)
{
    const string Me = TicketWorld.Me;
    const string Other = TicketWorld.Other;

    [Fact]
    [Trait("Scenario", "TC-X01")]
    public async Task A_shared_ticket_that_is_under_way_is_adopted()
    {
        await World.AddAsync(TicketStatus.InProgress);

        (await World.RoundAsync()).ShouldBe(1);

        var ticket = await World.GetAsync();
        (ticket.Status, ticket.Owner).ShouldBe((TicketStatus.InProgress, Me));
        (await World.TasksAsync()).Count.ShouldBe(1);
        (await World.HistoryAsync())[^1].Reason.ShouldBe("adopted");
    }

    [Fact]
    public async Task A_pending_ticket_of_ours_is_taken_up()
    {
        await World.AddAsync(TicketStatus.Pending, Me);

        (await World.RoundAsync()).ShouldBe(1);

        (await World.GetAsync()).Status.ShouldBe(TicketStatus.Assigned);
    }

    [Fact]
    [Trait("Scenario", "TC-X02")]
    public async Task A_deferral_that_has_passed_wakes_and_a_person_is_waited_for_forever()
    {
        await World.AddAsync(TicketStatus.InProgress, Me);
        await World.AddAsync(TicketWorld.T001 with { TicketId = "T002", Status = TicketStatus.InProgress, Owner = Me });
        await World.DeferAsync("""{"ticket_id": "T001", "defer_hours": 24}""");
        await World.DeferAsync("""{"ticket_id": "T002", "await_human": true}""");
        (await World.RoundAsync()).ShouldBe(0);

        World.Clock.Advance(TimeSpan.FromHours(24));
        (await World.RoundAsync()).ShouldBe(1);
        World.Clock.Advance(TimeSpan.FromDays(400));
        await World.RoundAsync();

        var ticket = await World.GetAsync();
        ticket.Status.ShouldBe(TicketStatus.InProgress);
        ticket.WakeAt.ShouldBeNull();
        ticket.Metadata.ContainsKey("deferred_until").ShouldBeFalse();
        var woken = (await World.HistoryAsync())[^1];
        (woken.Reason, (string?)woken.Details["deferred_until"]).ShouldBe(("deferral passed", "2025-11-08T12:00:00Z"));
        (await World.GetAsync("T002")).Status.ShouldBe(TicketStatus.Deferred);
        World.Lines.ShouldContain(line => line.Contains("Ticket deferral has passed"));
    }

    [Fact]
    [Trait("Scenario", "TC-X03")]
    public async Task The_tickets_of_a_silent_worker_go_back_and_those_of_a_living_one_stay()
    {
        await World.Occurrences.BeatAsync(Me, Lease, default);
        await World.Occurrences.BeatAsync(Other, Lease, default);
        await World.AddAsync(TicketStatus.Pending);
        await World.RoundAsync();
        await World.AddAsync(TicketWorld.T001 with { TicketId = "T002", Status = TicketStatus.Deferred, Owner = Me });
        await World.AddAsync(TicketWorld.T001 with { TicketId = "T003", Status = TicketStatus.InProgress, Owner = Other });
        await World.RoundAsync(Other);
        await SilenceAsync(Me, 61);
        await SilenceAsync(Other, 58);

        (await World.Occurrences.ReturnOrphansAsync(Lease, default)).ShouldBe(2);

        (await World.GetAsync()).ShouldSatisfyAllConditions(
            ticket => ticket.Status.ShouldBe(TicketStatus.Pending),
            ticket => ticket.Owner.ShouldBe(Ticket.Shared)
        );
        (await World.GetAsync("T002")).ShouldSatisfyAllConditions(
            ticket => ticket.Status.ShouldBe(TicketStatus.Deferred),
            ticket => ticket.Owner.ShouldBe(Ticket.Shared)
        );
        (await World.GetAsync("T003")).Owner.ShouldBe(Other);
        (await World.TasksAsync()).ShouldBe(["ticket_claim abandoned T001", "ticket_continuation pending T003"], ignoreOrder: true);
        (await World.HistoryAsync())[^1].Reason.ShouldBe("occurrence lost");
        // It comes back, and writes nothing.
        (await World.Store.UpdateTicketStatusAsync("T001", TicketStatus.Completed, requireCurrentOccurrenceId: Me)).ShouldBeFalse();
    }

    [Fact]
    public async Task A_worker_that_stops_gives_its_tickets_back_itself()
    {
        await World.Occurrences.BeatAsync(Me, Lease, default);
        await World.AddAsync(TicketStatus.Pending);
        await World.RoundAsync();

        (await World.Occurrences.ReleaseAsync(Me, default)).ShouldBe(1);

        (await World.GetAsync()).Owner.ShouldBe(Ticket.Shared);
        (await World.Occurrences.ListAsync(Lease, default)).ShouldHaveSingleItem().Alive.ShouldBeFalse();
        (await World.Occurrences.BeatAsync(Me, Lease, default)).ShouldBe(0);
        (await World.Occurrences.BeatAsync(Other, Lease, default)).ShouldBe(1);
    }

    [Fact]
    [Trait("Scenario", "TC-X04")]
    public async Task Two_stages_that_are_written_at_once_both_stand()
    {
        await World.AddAsync(TicketStatus.InProgress);

        for (var i = 0; i < Repetitions.Of(100); i++)
        {
            await Task.WhenAll(new[] { "a", "b" }.Select(stage => Task.Run(() => World.UpdateAsync(Stage($"{stage}{i}")))));
        }

        (await World.GetAsync()).Metadata["stages"]!.AsObject().Count.ShouldBe(2 * Repetitions.Of(100));
        (await World.HistoryAsync()).Select(change => change.Seq).ShouldBe(Enumerable.Range(1, 1 + (2 * Repetitions.Of(100))));
    }

    [Fact]
    [Trait("Scenario", "TC-X05")]
    public async Task Of_two_tasks_for_one_ticket_one_is_made_and_nobody_fails()
    {
        await World.AddAsync(TicketStatus.InProgress, Me);
        var now = World.Clock.GetUtcNow();

        var made = await Task.WhenAll(
            Enumerable.Range(0, 4).Select(_ => Task.Run(() => World.Store.ContinueAsync([new("T001")], Me, now, default)))
        );

        made.Sum().ShouldBe(1);
        (await World.TasksAsync()).Count.ShouldBe(1);
    }

    [Fact]
    [Trait("Scenario", "TC-X08")]
    public async Task Tickets_are_claimed_by_priority_then_deadline_then_age()
    {
        var now = World.Clock.GetUtcNow();
        await AddAsync("e-young", 5, null, now);
        await AddAsync("d-old", 5, null, now.AddHours(-1));
        await AddAsync("c-later", 5, now.AddDays(2), now);
        await AddAsync("b-sooner", 5, now.AddDays(1), now);
        await AddAsync("a-urgent", 9, null, now);

        var found = await World.Store.CandidatesAsync(Me, 0, 10, now, default);

        found.Claimable.Select(candidate => candidate.Ticket.TicketId).ShouldBe(["a-urgent", "b-sooner", "c-later", "d-old", "e-young"]);
    }

    [Fact]
    [Trait("Scenario", "TC-X16")]
    public async Task One_broken_ticket_costs_no_other()
    {
        await AddManyAsync(20, TicketStatus.Pending, 5);
        await using var trap = await Room.TrapAsync("tickets", "update", "ticket_id", "T007");

        var results = await World.Store.ClaimAsync(
            [.. Enumerable.Range(0, 21).Select(i => new ClaimOrder($"T{i:000}"))],
            Me,
            World.Clock.GetUtcNow(),
            default
        );

        results.Where(result => result.Value == ClaimResult.Claimed).Count().ShouldBe(19);
        (results["T007"], results["T020"]).ShouldBe((ClaimResult.Failed, ClaimResult.NotFound));
    }

    [Fact]
    [Trait("Scenario", "TC-X17")]
    public async Task Parked_tickets_hide_no_other()
    {
        await AddManyAsync(150, TicketStatus.Blocked, 10);
        await World.AddAsync(TicketWorld.T001 with { TicketId = "low", Priority = 1 });
        var discovery = World.Discovery(options: new TicketsOptions { PageSize = 5 });

        (await discovery.DiscoverAsync(Me, 0, default)).ShouldBe(1);

        (await World.GetAsync("low")).Owner.ShouldBe(Me);
    }

    [Fact]
    public async Task A_worker_claims_no_more_than_it_may_own_and_begins_at_its_rank()
    {
        await AddManyAsync(20, TicketStatus.Pending, 5);
        var options = new TicketsOptions { PageSize = 5, MaxOwned = 6 };

        (await World.Discovery(options: options).DiscoverAsync(Me, 1, default)).ShouldBe(5);
        (await World.Discovery(options: options).DiscoverAsync(Me, 100, default)).ShouldBe(1);

        (await World.GetAsync("T005")).Owner.ShouldBe(Me);
        (await World.GetAsync("T000")).Owner.ShouldBe(Me);
        (await World.GetAsync("T001")).Owner.ShouldBe(Ticket.Shared);
    }

    protected static TimeSpan Lease => TimeSpan.FromSeconds(60);

    protected Task SilenceAsync(string occurrence, int seconds) =>
        Room.ExecuteAsync(
            $"update occurrences set last_heartbeat = {Room.Dialect.DatabaseAgo($"{seconds}")} where occurrence_id = '{occurrence}'"
        );

    Task AddAsync(string id, int priority, DateTimeOffset? deadline, DateTimeOffset submitted) =>
        World.AddAsync(TicketWorld.T001 with { TicketId = id, Priority = priority, Deadline = deadline, SubmittedAt = submitted });

    static string Stage(string name) =>
        $$$$$"""{"ticket_id": "T001", "metadata": {"stages": {"{{{{{name}}}}}": {"status": "completed"}}}}""";

    async Task AddManyAsync(int count, TicketStatus status, int priority)
    {
        for (var i = 0; i < count; i++)
        {
            await World.AddAsync(TicketWorld.T001 with { TicketId = $"T{i:000}", Status = status, Priority = priority });
        }
    }
}

public sealed class QueueOnPostgresTests(PostgresRoom room) : QueueContract(room), IClassFixture<PostgresRoom>;

public sealed class QueueOnSqliteTests(SqliteRoom room) : QueueContract(room), IClassFixture<SqliteRoom>;
