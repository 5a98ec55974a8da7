using Phase1.Events;
using Phase1.Tickets.Lifecycle;

namespace Phase1.Integration.Tests.Tickets.Tools;

/// <summary>What the tools refuse, in which words, and that nothing is changed then.</summary>
public abstract class RefusalContract(TicketRoom room) : ClearedRoom(room)
{
    [Theory]
    [InlineData("update_ticket", """{}""", "ticket_id (str) is required")]
    [InlineData("update_ticket", """{"ticket_id": "T001"}""", "Nothing to update: give status, metadata or notes")]
    [InlineData("update_ticket", """{"ticket_id": "T001", "status": 1}""", "status must be a string")]
    [InlineData(
        "update_ticket",
        """{"ticket_id": "T001", "status": "done"}""",
        "Invalid status: done. Must be one of [pending, assigned, in_progress, blocked, deferred, completed, cancelled, failed]"
    )]
    [InlineData("update_ticket", """{"ticket_id": "T001", "metadata": "{"}""", "metadata must be valid JSON: line 1, byte 2")]
    [InlineData("update_ticket", """{"ticket_id": "T001", "metadata": "[]"}""", "metadata must be a dictionary or valid JSON string")]
    [InlineData("update_ticket", """{"ticket_id": "T001", "metadata": 1}""", "metadata must be a dictionary or valid JSON string")]
    [InlineData("update_ticket", """{"ticket_id": "T001", "notes": "a\u0000b"}""", "notes must not hold U+0000")]
    [InlineData("update_ticket", """{"ticket_id": "T001", "metadata": {"a": "\u0000"}}""", "metadata must not hold U+0000")]
    [InlineData(
        "defer_ticket",
        """{"ticket_id": "T001", "await_human": false}""",
        "Must provide defer_until, defer_hours, or await_human=true"
    )]
    [InlineData(
        "defer_ticket",
        """{"ticket_id": "T001", "await_human": true, "defer_hours": 1}""",
        "Give only one of defer_until, defer_hours and await_human"
    )]
    [InlineData("defer_ticket", """{"ticket_id": "T001", "defer_until": "soon"}""", "defer_until must be an ISO 8601 timestamp")]
    [InlineData("defer_ticket", """{"ticket_id": "T001", "defer_hours": "1"}""", "defer_hours must be a number")]
    [InlineData("defer_ticket", """{"ticket_id": "T001", "defer_hours": 0}""", "defer_hours must be greater than 0")]
    [InlineData("defer_ticket", """{"ticket_id": "T001", "defer_hours": 1e9}""", "defer_hours must be at most 8784")]
    [InlineData("get_ticket", """{"ticket_id": "T002"}""", "Ticket T002 not found")]
    [InlineData("make_coffee", """{"ticket_id": "T001"}""", "Unknown tool: make_coffee")]
    public async Task What_is_refused_changes_nothing(string tool, string parameters, string error)
    {
        await World.AddAsync(TicketWorld.T001);

        var result = await World.RunAsync(tool, parameters);

        (result.Success, result.Error).ShouldBe((false, error));
        (await World.HistoryAsync()).Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_deadline_that_binds_refuses_a_deferral_beyond_it()
    {
        await World.AddAsync(TicketWorld.T001 with { Sop = TicketWorld.Review.Name, Deadline = World.Clock.GetUtcNow().AddHours(2) });

        (await World.DeferAsync("""{"ticket_id": "T001", "defer_hours": 3}""")).Error.ShouldBe(
            "Deferral beyond the deadline 2025-11-07T14:00:00Z"
        );
        (await World.DeferAsync("""{"ticket_id": "T001", "defer_hours": 2}""")).Success.ShouldBeTrue();
    }

    [Fact]
    public async Task A_worker_writes_what_it_owns()
    {
        await World.AddAsync(TicketStatus.InProgress, TicketWorld.Other);
        var parameters = TicketWorld.Json("""{"ticket_id": "T001", "status": "blocked"}""");

        var result = await World.Tools.ExecuteToolAsync("update_ticket", parameters, TicketActor.Of(TicketWorld.Me), default);

        result.Error.ShouldBe("Ticket T001 belongs to another occurrence");
    }

    [Fact]
    public async Task A_store_that_fails_is_told_by_what_it_was_to_write()
    {
        await World.AddAsync(TicketWorld.T001);
        await using var trap = await Room.TrapAsync("tickets", "update", "ticket_id", "T001");

        (await World.UpdateAsync("""{"ticket_id": "T001", "status": "blocked"}""")).Error.ShouldBe("Failed to update ticket T001 status");
        (await World.UpdateAsync("""{"ticket_id": "T001", "metadata": {}}""")).Error.ShouldBe("Failed to update ticket T001 metadata");
    }
}

public sealed class RefusalsOnPostgresTests(PostgresRoom room) : RefusalContract(room), IClassFixture<PostgresRoom>;

public sealed class RefusalsOnSqliteTests(SqliteRoom room) : RefusalContract(room), IClassFixture<SqliteRoom>;
