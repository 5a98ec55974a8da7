using System.Text.Json.Nodes;
using Phase1.Events;
using Phase1.Integration.Tests.Tickets.Store;
using Phase1.Tickets.Discovery;
using Phase1.Tickets.Lifecycle;
using Phase1.Tickets.Sops;

namespace Phase1.Integration.Tests.Tickets.Discovery;

/// <summary>How a ticket goes through its stages, on both databases.</summary>
public abstract class StageContract(TicketRoom room) : ClearedRoom(room)
{
    const string Me = TicketWorld.Me;

    [Fact]
    public async Task Stage_after_stage_until_a_person_has_to_act()
    {
        using var world = WorldOf(_ => Done("found"), _ => Done(null));
        await world.AddAsync(TicketWorld.T001 with { Sop = TicketWorld.Steps.Name });

        for (var round = 0; round < 4; round++)
        {
            await world.RoundAsync();
            await world.RunTasksAsync();
        }

        var ticket = await world.GetAsync();
        ticket.Status.ShouldBe(TicketStatus.Deferred);
        Deferral.AwaitsPerson(ticket.Metadata).ShouldBeTrue();
        ((string?)ticket.Metadata["current_stage"]).ShouldBe("decides");
        ((string?)Stage(ticket, "first")["status"], (string?)Stage(ticket, "first")["result"]).ShouldBe(("completed", "found"));
        ((string?)Stage(ticket, "second")["status"]).ShouldBe("completed");
        (await world.TasksAsync()).ShouldBe(
            ["ticket_claim completed T001", "ticket_continuation completed T001", "ticket_continuation completed T001"],
            ignoreOrder: true
        );
        (await world.HistoryAsync()).ShouldAllBe(change => !change.OffPolicy);
    }

    [Fact]
    public async Task A_stage_may_end_the_whole_ticket()
    {
        using var world = WorldOf(_ => Task.FromResult<StageResult>(new StageResult.End(TicketStatus.Completed, "human")));
        await world.AddAsync(TicketWorld.T001 with { Sop = TicketWorld.Steps.Name });
        await world.RoundAsync();

        await world.RunTasksAsync();

        var ticket = await world.GetAsync();
        (ticket.Status, ticket.Outcome).ShouldBe((TicketStatus.Completed, "human"));
        (await world.RoundAsync()).ShouldBe(0);
        (await world.TasksAsync()).ShouldBe(["ticket_claim completed T001"]);
    }

    [Fact]
    public async Task What_is_away_is_waited_for_ever_longer_and_without_limit()
    {
        using var world = WorldOf(_ => throw new TimeoutException());
        await world.AddAsync(TicketWorld.T001 with { Sop = TicketWorld.Steps.Name });
        List<double> pauses = [];

        for (var i = 0; i < 8; i++)
        {
            await world.RoundAsync();
            await world.RunTasksAsync();
            var ticket = await world.GetAsync();
            pauses.Add((ticket.WakeAt.ShouldNotBeNull() - world.Clock.GetUtcNow()).TotalMinutes);
            world.Clock.Advance(TimeSpan.FromHours(1));
        }

        pauses.ShouldBe([1, 2, 4, 8, 16, 32, 60, 60]);
    }

    [Fact]
    public async Task An_error_of_a_stage_s_own_blocks_the_ticket_in_the_end()
    {
        using var world = WorldOf(_ => throw new StageException("NO_GOOD"));
        await world.AddAsync(TicketWorld.T001 with { Sop = TicketWorld.Steps.Name });
        List<double> pauses = [];

        for (var i = 0; i < 5; i++)
        {
            await world.RoundAsync();
            await world.RunTasksAsync();
            pauses.Add(((await world.GetAsync()).WakeAt.ShouldNotBeNull() - world.Clock.GetUtcNow()).TotalSeconds);
            world.Clock.Advance(TimeSpan.FromMinutes(10));
        }
        await world.RoundAsync();
        await world.RunTasksAsync();

        pauses.ShouldBe([1, 5, 25, 120, 300]);
        var ticket = await world.GetAsync();
        (ticket.Status, ticket.Notes).ShouldBe((TicketStatus.Blocked, "NO_GOOD"));
        ((string?)Stage(ticket, "first")["error"]).ShouldBe("NO_GOOD");
        (await world.Room.TextsAsync("select distinct last_error from work_tasks")).ShouldBe(["NO_GOOD"]);
    }

    [Fact]
    public async Task A_worker_that_has_lost_its_ticket_writes_nothing()
    {
        using var world = WorldOf(async _ =>
        {
            await Room.ExecuteAsync("update occurrences set stopped_at = started_at");
            await World.Occurrences.ReturnOrphansAsync(TimeSpan.FromSeconds(60), default);
            return await Done("late");
        });
        await world.Occurrences.BeatAsync(Me, TimeSpan.FromSeconds(60), default);
        await world.AddAsync(TicketWorld.T001 with { Sop = TicketWorld.Steps.Name });
        await world.RoundAsync();

        await world.RunTasksAsync();

        var ticket = await world.GetAsync();
        (ticket.Status, ticket.Owner).ShouldBe((TicketStatus.Pending, Ticket.Shared));
        ticket.Metadata["stages"]!.AsObject().ShouldBeEmpty();
        (await world.TasksAsync()).ShouldBe(["ticket_claim abandoned T001"]);
    }

    [Fact]
    public async Task A_decision_that_comes_before_the_ticket_is_parked_stands()
    {
        const string Decision = """{"ticket_id": "T001", "metadata": {"stages": {"decides": {"status": "completed"}}}}""";
        using var world = new TicketWorld(Room, new InterruptedSessions(Room.Sessions, () => World.UpdateAsync(Decision)));
        await World.AddAsync(TicketWorld.T001 with { Sop = TicketWorld.Review.Name });
        await World.RoundAsync();

        await world.RunTasksAsync();

        var ticket = await World.GetAsync();
        (ticket.Status, Deferral.AwaitsPerson(ticket.Metadata)).ShouldBe((TicketStatus.Assigned, false));
        (await World.RoundAsync()).ShouldBe(1, "it goes on");
    }

    [Fact]
    public async Task A_procedure_that_nobody_knows_blocks_its_ticket()
    {
        await World.AddAsync(TicketWorld.T001);
        await World.RoundAsync();

        await World.RunTasksAsync();

        var ticket = await World.GetAsync();
        (ticket.Status, ticket.Notes).ShouldBe((TicketStatus.Blocked, "UNKNOWN_SOP"));
    }

    [Fact]
    public async Task What_ends_a_ticket_abandons_its_task()
    {
        await World.AddAsync(TicketWorld.T001);
        await World.RoundAsync();

        await World.UpdateAsync("""{"ticket_id": "T001", "status": "cancelled"}""");

        (await World.TasksAsync()).ShouldBe(["ticket_claim abandoned T001"]);
        (await World.RunTasksAsync()).ShouldBe(0);
    }

    TicketWorld WorldOf(Func<Ticket, Task<StageResult>> first, Func<Ticket, Task<StageResult>>? second = null) =>
        new(Room, null, new ScriptedStage("first", first), new ScriptedStage("second", second ?? (_ => Done(null))));

    static Task<StageResult> Done(string? result) =>
        Task.FromResult<StageResult>(new StageResult.Done(result is null ? null : JsonValue.Create(result)));

    static JsonObject Stage(Ticket ticket, string name) => ticket.Metadata["stages"]![name]!.AsObject();
}

public sealed class StagesOnPostgresTests(PostgresRoom room) : StageContract(room), IClassFixture<PostgresRoom>;

public sealed class StagesOnSqliteTests(SqliteRoom room) : StageContract(room), IClassFixture<SqliteRoom>;
