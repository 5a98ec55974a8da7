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
