using System.Text.Json.Nodes;
using Phase1.Events;
using Phase1.Tickets.Lifecycle;

namespace Phase1.Integration.Tests.Tickets.Tools;

/// <summary>What the tools do on both databases.</summary>
public abstract class ToolContract(TicketRoom room) : ClearedRoom(room)
{
    [Fact]
    [Trait("Scenario", "TC-CT001")]
    public async Task A_status_is_set_and_counted()
    {
        await World.AddAsync(TicketWorld.T001);

        (await World.UpdateAsync("""{"ticket_id": "T001", "status": "in_progress"}""")).Success.ShouldBeTrue();

        (await World.GetAsync()).Status.ShouldBe(TicketStatus.InProgress);
        World.Tools.GetMetrics()["tickets_updated_total"].ShouldBe(1);
    }

    [Fact]
    [Trait("Scenario", "TC-CT002")]
    public async Task Every_status_is_taken_and_read_back()
    {
        await World.AddAsync(TicketWorld.T001);

        foreach (var status in WireEnum.Names<TicketStatus>())
        {
            (await World.UpdateAsync($$"""{"ticket_id": "T001", "status": "{{status}}"}""")).Success.ShouldBeTrue();
            WireEnum.Name((await World.GetAsync()).Status).ShouldBe(status);
        }
    }

    [Fact]
    [Trait("Scenario", "TC-CT003")]
    public async Task Stages_are_merged_field_by_field()
    {
        await World.AddAsync(
            TicketStatus.InProgress,
            metadata: """
            {"stages": {"identity_resolution": {"status": "completed", "result": "user@example.com"}, "data_collection": {"status": "in_progress", "started_at": "1"}}}
            """
        );

        await World.UpdateAsync(
            """
            {"ticket_id": "T001", "metadata": {"stages": {"data_collection": {"status": "completed", "result": {"rows": 3}}}, "current_stage": "data_packaging"}}
            """
        );

        await MetadataShouldBeAsync(
            """
            {
                "stages": {
                    "identity_resolution": {"status": "completed", "result": "user@example.com"},
                    "data_collection": {"status": "completed", "started_at": "1", "result": {"rows": 3}}
                },
                "current_stage": "data_packaging"
            }
            """
        );
    }

    [Fact]
    [Trait("Scenario", "TC-CT004")]
    public async Task Other_keys_replace_one_another()
    {
        await World.AddAsync(TicketStatus.InProgress, metadata: """{"foo": "bar", "baz": 1}""");

        await World.UpdateAsync("""{"ticket_id": "T001", "metadata": "{\"foo\": \"updated\", \"new\": \"value\"}"}""");

        await MetadataShouldBeAsync("""{"foo": "updated", "baz": 1, "new": "value"}""");
    }

    [Fact]
    [Trait("Scenario", "TC-CT005")]
    public async Task Status_metadata_and_notes_go_together()
    {
        await World.AddAsync(TicketWorld.T001);

        var result = await World.UpdateAsync(
            """{"ticket_id": "T001", "status": "blocked", "metadata": {"a": 1}, "notes": "Waiting for legal"}"""
        );

        var ticket = await World.GetAsync();
        (ticket.Status, ticket.Notes).ShouldBe((TicketStatus.Blocked, "Waiting for legal"));
        await MetadataShouldBeAsync("""{"stages": {}, "a": 1}""");
        ShouldBe(
            result.Data,
            """{"ticket_id": "T001", "updates": {"status": "blocked", "metadata": {"a": 1}, "notes": "Waiting for legal"}}"""
        );
        (await World.HistoryAsync()).Count.ShouldBe(2);
    }

    [Fact]
    [Trait("Scenario", "TC-CT006")]
    public async Task A_ticket_that_is_not_there_is_an_answer()
    {
        var result = await World.UpdateAsync("""{"ticket_id": "NONEXISTENT", "status": "completed"}""");

        (result.Success, result.Error).ShouldBe((false, "Ticket NONEXISTENT not found"));
        World.Tools.GetMetrics()["tickets_updated_total"].ShouldBe(0);
        World.Tools.GetMetrics()["tool_errors_total"].ShouldBe(1);
    }

    [Fact]
    [Trait("Scenario", "TC-CT007")]
    public async Task A_ticket_is_deferred_by_hours()
    {
        await World.AddAsync(TicketStatus.InProgress);

        var result = await World.DeferAsync("""{"ticket_id": "T001", "defer_hours": 24, "reason": "Awaiting data"}""");

        var ticket = await World.GetAsync();
        (ticket.Status, ticket.Notes).ShouldBe((TicketStatus.Deferred, "Deferred: Awaiting data"));
        ticket.Metadata.ContainsKey("deferred_until").ShouldBeTrue();
        ticket.WakeAt.ShouldBe(World.Clock.GetUtcNow().AddHours(24));
        ((string?)result.Data!["status_updated"]).ShouldBe("deferred");
        ((string?)result.Data["deferral_type"]).ShouldBe("relative_hours");
    }

    [Theory]
    [Trait("Scenario", "TC-CT008")]
    [InlineData("{}")]
    [InlineData("""{"deferred_until": "2025-11-06T00:00:00Z"}""")]
    public async Task A_ticket_waits_for_a_person(string metadata)
    {
        await World.AddAsync(TicketStatus.Pending, metadata: metadata);

        var result = await World.DeferAsync("""{"ticket_id": "T001", "await_human": true, "reason": "Legal review needed"}""");

        var ticket = await World.GetAsync();
        ticket.Status.ShouldBe(TicketStatus.Deferred);
        ((bool?)ticket.Metadata["awaiting_human_response"]).ShouldBe(true);
        ticket.Metadata.ContainsKey("deferred_until").ShouldBeFalse();
        ticket.WakeAt.ShouldBeNull();
        ((string?)result.Data!["deferral_type"]).ShouldBe("awaiting_human");
    }

    [Fact]
    [Trait("Scenario", "TC-CT009")]
    public async Task The_text_of_an_instant_is_kept()
    {
        await World.AddAsync(TicketWorld.T001);

        await World.DeferAsync("""{"ticket_id": "T001", "defer_until": "2025-11-08T10:00:00Z", "reason": "Scheduled"}""");

        var ticket = await World.GetAsync();
        ticket.Status.ShouldBe(TicketStatus.Deferred);
        ((string?)ticket.Metadata["deferred_until"]).ShouldBe("2025-11-08T10:00:00Z");
    }

    [Fact]
    [Trait("Scenario", "TC-CT010")]
    public async Task Hours_count_from_now()
    {
        await World.AddAsync(TicketWorld.T001);

        await World.DeferAsync("""{"ticket_id": "T001", "defer_hours": 48, "reason": "Wait period"}""");

        ((string?)(await World.GetAsync()).Metadata["deferred_until"]).ShouldBe("2025-11-09T12:00:00Z");
    }

    [Fact]
    [Trait("Scenario", "TC-CT011")]
    public async Task A_deferral_until_nothing_is_refused()
    {
        await World.AddAsync(TicketWorld.T001);

        var result = await World.DeferAsync("""{"ticket_id": "T001", "reason": "Test"}""");

        result.Error.ShouldBe("Must provide defer_until, defer_hours, or await_human=true");
        (await World.GetAsync()).Status.ShouldBe(TicketStatus.Pending);
        await MetadataShouldBeAsync("""{"stages": {}}""");
    }

    [Fact]
    [Trait("Scenario", "TC-CT012")]
    public void The_schema_has_the_eight_statuses() =>
        World.Tools.GetToolInfo("update_ticket").ShouldNotBeNull().Parameters["properties"]!["status"]!["enum"]!
            .AsArray()
            .Select(name => (string)name!)
            .ShouldBe(["pending", "assigned", "in_progress", "blocked", "deferred", "completed", "cancelled", "failed"], ignoreOrder: true);

    [Fact]
    [Trait("Scenario", "TC-CT013")]
    public async Task Updates_are_counted()
    {
        await World.AddAsync(TicketWorld.T001);

        for (var i = 0; i < 3; i++)
        {
            await World.UpdateAsync("""{"ticket_id": "T001", "notes": "again"}""");
        }

        World.Tools.GetMetrics()["tickets_updated_total"].ShouldBe(3.0);
    }

    [Fact]
    [Trait("Scenario", "TC-CT014")]
    public async Task Deferrals_are_counted()
    {
        await World.AddAsync(TicketWorld.T001);

        await World.DeferAsync("""{"ticket_id": "T001", "defer_hours": 1}""");
        await World.DeferAsync("""{"ticket_id": "T001", "await_human": true}""");

        World.Tools.GetMetrics()["tickets_deferred_total"].ShouldBe(2.0);
    }

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

    [Fact]
    public async Task What_is_no_longer_deferred_is_held_back_by_nothing()
    {
        await World.AddAsync(TicketWorld.T001);
        await World.DeferAsync("""{"ticket_id": "T001", "await_human": true}""");

        await World.UpdateAsync("""{"ticket_id": "T001", "status": "in_progress"}""");

        var ticket = await World.GetAsync();
        ticket.Metadata.ContainsKey("awaiting_human_response").ShouldBeFalse();
        ((bool?)(await World.HistoryAsync())[^1].Details["awaiting_human_response"]).ShouldBe(true);
    }

    async Task MetadataShouldBeAsync(string expected) => ShouldBe((await World.GetAsync()).Metadata, expected);

    static void ShouldBe(JsonNode? actual, string expected) =>
        JsonNode.DeepEquals(actual, JsonNode.Parse(expected)).ShouldBeTrue(actual?.ToJsonString());
}

public sealed class ToolsOnPostgresTests(PostgresRoom room) : ToolContract(room), IClassFixture<PostgresRoom>;

public sealed class ToolsOnSqliteTests(SqliteRoom room) : ToolContract(room), IClassFixture<SqliteRoom>;
