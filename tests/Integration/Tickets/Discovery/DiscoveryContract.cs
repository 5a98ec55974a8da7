using System.Text.Json.Nodes;
using Phase1.Events;
using Phase1.Integration.Tests.Tickets.Store;
using Phase1.Tests.Infrastructure;
using Phase1.Tickets.Discovery;
using Phase1.Tickets.Lifecycle;

namespace Phase1.Integration.Tests.Tickets.Discovery;

/// <summary>What a round does on both databases.</summary>
public abstract class DiscoveryContract(TicketRoom room) : ClearedRoom(room)
{
    const string Me = TicketWorld.Me;
    const string Other = TicketWorld.Other;

    [Fact]
    [Trait("Scenario", "TC-WP001")]
    public async Task A_shared_ticket_is_claimed_with_one_task()
    {
        await World.AddAsync(TicketStatus.Pending);

        (await World.RoundAsync()).ShouldBe(1);

        var ticket = await World.GetAsync();
        (ticket.Status, ticket.Owner).ShouldBe((TicketStatus.Assigned, Me));
        (await World.TasksAsync()).ShouldBe(["ticket_claim pending T001"]);
    }

    [Fact]
    [Trait("Scenario", "TC-WP002")]
    public async Task Of_two_that_listed_the_same_one_claims()
    {
        for (var i = 0; i < Repetitions.Of(50); i++)
        {
            await Room.ClearAsync();
            await World.AddAsync(TicketStatus.Pending);
            var probe = new HeldProbe(2);
            var discovery = World.Discovery(probe);

            var made = await Task.WhenAll(
                Task.Run(() => discovery.DiscoverAsync(Me, 0, CancellationToken.None)),
                Task.Run(() => discovery.DiscoverAsync(Other, 0, CancellationToken.None))
            );

            made.Order().ShouldBe([0, 1]);
            (await World.TasksAsync()).ShouldBe(["ticket_claim pending T001"]);
            (await World.GetAsync()).Owner.ShouldBe(made[0] == 1 ? Me : Other);
            (await World.HistoryAsync()).Count.ShouldBe(2);
            World.Lines.Count(line => line.Contains("Another occurrence already claimed")).ShouldBe(i + 1);
        }
    }

    [Fact]
    [Trait("Scenario", "TC-WP003")]
    public Task A_pending_ticket_of_another_is_left() =>
        NothingAsync(TicketStatus.Pending, Other, "{}", "Ticket not shared, skipping claim attempt");

    [Fact]
    [Trait("Scenario", "TC-WP004")]
    public Task A_blocked_shared_ticket_is_left() =>
        NothingAsync(TicketStatus.Blocked, Ticket.Shared, "{}", "Ticket has status blocked, skipping");

    [Fact]
    [Trait("Scenario", "TC-WP005")]
    public Task A_deferred_shared_ticket_is_left() =>
        NothingAsync(TicketStatus.Deferred, Ticket.Shared, "{}", "Ticket has status deferred, skipping");

    [Fact]
    [Trait("Scenario", "TC-WP006")]
    public async Task A_claim_that_fails_makes_no_task()
    {
        await World.AddAsync(TicketStatus.Pending);
        await using (await Room.TrapAsync("tickets", "update", "ticket_id", "T001"))
        {
            (await World.RoundAsync()).ShouldBe(0);
        }

        (await World.TasksAsync()).ShouldBeEmpty();
        Told("Failed to update ticket to assigned status");
    }

    [Fact]
    [Trait("Scenario", "TC-WP007")]
    public async Task A_ticket_whose_task_cannot_be_made_stays_shared()
    {
        await World.AddAsync(TicketStatus.Pending);
        await using (await Room.TrapAsync("work_tasks", "insert", "correlation_id", "T001"))
        {
            (await World.RoundAsync()).ShouldBe(0);
        }

        Told("Claimed ticket but failed to create task");
        var ticket = await World.GetAsync();
        (ticket.Status, ticket.Owner).ShouldBe((TicketStatus.Pending, Ticket.Shared));
        (await World.RoundAsync()).ShouldBe(1);
    }

    [Fact]
    [Trait("Scenario", "TC-WP008")]
    public Task An_assigned_ticket_of_ours_goes_on() => ContinuesAsync(TicketStatus.Assigned, "{}");

    [Fact]
    [Trait("Scenario", "TC-WP009")]
    public Task A_ticket_in_progress_of_ours_goes_on() => ContinuesAsync(TicketStatus.InProgress, "{}");

    [Fact]
    [Trait("Scenario", "TC-WP010")]
    public Task An_assigned_ticket_of_another_is_left() =>
        NothingAsync(TicketStatus.Assigned, Other, "{}", "Ticket assigned to different occurrence, skipping");

    [Fact]
    [Trait("Scenario", "TC-WP011")]
    public Task A_blocked_ticket_of_ours_is_left() =>
        NothingAsync(TicketStatus.Blocked, Me, "{}", "Ticket is blocked, skipping task creation");

    [Fact]
    [Trait("Scenario", "TC-WP012")]
    public Task A_deferred_ticket_of_ours_is_left() =>
        NothingAsync(TicketStatus.Deferred, Me, "{}", "Ticket is deferred, skipping task creation");

    [Theory]
    [Trait("Scenario", "TC-WP013")]
    [InlineData("pending")]
    [InlineData("active")]
    public async Task A_ticket_has_one_open_task(string status)
    {
        await World.AddAsync(TicketStatus.InProgress, Me);
        await World.RoundAsync();
        await Room.ExecuteAsync($"update work_tasks set status = '{status}'");

        (await World.RoundAsync()).ShouldBe(0);

        (await World.TasksAsync()).Count.ShouldBe(1);
        Told("Ticket already has active task, skipping");
    }

    [Fact]
    [Trait("Scenario", "TC-WP014")]
    public Task An_instant_that_has_not_come_holds_work_back() =>
        NothingAsync(
            TicketStatus.InProgress,
            Me,
            """{"deferred_until": "2025-11-08T00:00:00Z"}""",
            "Ticket deferred until 2025-11-08T00:00:00Z"
        );

    [Fact]
    [Trait("Scenario", "TC-WP015")]
    public Task An_instant_that_has_passed_does_not() =>
        ContinuesAsync(TicketStatus.InProgress, """{"deferred_until": "2025-11-06T00:00:00Z"}""");

    [Fact]
    [Trait("Scenario", "TC-WP016")]
    public Task A_person_is_waited_for() =>
        NothingAsync(TicketStatus.InProgress, Me, """{"awaiting_human_response": true}""", "Ticket awaiting human response");

    [Fact]
    [Trait("Scenario", "TC-WP017")]
    public async Task An_instant_that_is_none_is_told_and_holds_nothing_back()
    {
        await ContinuesAsync(TicketStatus.InProgress, """{"deferred_until": "invalid-date"}""");

        Told("Invalid deferred_until format");
    }

    [Fact]
    [Trait("Scenario", "TC-WP018")]
    public async Task A_round_does_all_of_it()
    {
        await World.AddAsync(TicketWorld.T001 with { TicketId = "A" });
        await World.AddAsync(TicketWorld.T001 with { TicketId = "B", Status = TicketStatus.Assigned, Owner = Me });
        await World.AddAsync(TicketWorld.T001 with { TicketId = "C", Status = TicketStatus.InProgress, Owner = Me });
        await World.AddAsync(TicketWorld.T001 with { TicketId = "D", Status = TicketStatus.Blocked, Owner = Me });

        (await World.RoundAsync()).ShouldBe(3);

        (await World.GetAsync("A")).Owner.ShouldBe(Me);
        (await World.TasksAsync()).ShouldBe(
            ["ticket_claim pending A", "ticket_continuation pending B", "ticket_continuation pending C"],
            ignoreOrder: true
        );
    }

    [Theory]
    [Trait("Scenario", "TC-WP019")]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_task_says_how_its_ticket_stood(bool isOurs)
    {
        await World.AddAsync(
            TicketWorld.T001 with
            {
                Status = isOurs ? TicketStatus.InProgress : TicketStatus.Pending,
                Owner = isOurs ? Me : Ticket.Shared,
            }
        );

        await World.RoundAsync();

        var context = JsonNode.Parse(await Room.TextAsync("select context from work_tasks"));
        JsonNode
            .DeepEquals(
                context,
                JsonNode.Parse(
                    $$$"""
                    {
                        "ticket_id": "T001", "ticket_sop": "DSAR_ACCESS", "ticket_type": "dsar",
                        "ticket_status": "{{{(
                        isOurs ? "in_progress" : "assigned"
                    )}}}", "ticket_metadata": {"stages": {}}, "ticket_priority": 5,
                        "ticket_email": "user@example.com", "ticket_user_identifier": "user123", "is_ticket_task": true
                    }
                    """
                )
            )
            .ShouldBeTrue(context!.ToJsonString());
    }

    [Fact]
    [Trait("Scenario", "TC-WP020")]
    public async Task A_round_that_fails_is_told_and_the_next_one_works()
    {
        await World.AddAsync(TicketStatus.Pending);
        var sessions = new BrokenSessions(Room.Sessions);
        using var world = new TicketWorld(Room, sessions);

        (await world.RoundAsync()).ShouldBe(0);
        world.Lines.ShouldContain(line => line.Contains("System.TimeoutException") && line.Contains("   at "));

        sessions.IsAway = false;
        (await world.RoundAsync()).ShouldBe(1);
    }

    async Task NothingAsync(TicketStatus status, string owner, string metadata, string line)
    {
        var before = await World.AddAsync(status, owner, metadata);

        (await World.RoundAsync()).ShouldBe(0);

        var after = await World.GetAsync();
        (after.Status, after.Owner).ShouldBe((before.Status, before.Owner));
        (await World.TasksAsync()).ShouldBeEmpty();
        Told(line);
    }

    async Task ContinuesAsync(TicketStatus status, string metadata)
    {
        await World.AddAsync(status, Me, metadata);

        (await World.RoundAsync()).ShouldBe(1);

        (await World.TasksAsync()).ShouldBe(["ticket_continuation pending T001"]);
    }

    void Told(string line) => World.Lines.ShouldContain(told => told.Contains(line));
}

public sealed class DiscoveryOnPostgresTests(PostgresRoom room) : DiscoveryContract(room), IClassFixture<PostgresRoom>;

public sealed class DiscoveryOnSqliteTests(SqliteRoom room) : DiscoveryContract(room), IClassFixture<SqliteRoom>;
