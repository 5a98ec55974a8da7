using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Phase1.Events;
using Phase1.Tickets.Lifecycle;
using Phase1.Tickets.Store;

namespace Phase1.Integration.Tests.Tickets.Store;

/// <summary>What both stores do with single tickets.</summary>
public abstract partial class TicketStoreContract(TicketRoom room) : ClearedRoom(room)
{
    [Fact]
    [Trait("Scenario", "TC-TP001")]
    public async Task A_status_is_set_and_the_ticket_is_not_completed()
    {
        var before = await World.AddAsync(TicketWorld.T001);
        World.Clock.Advance(TimeSpan.FromSeconds(1));

        (await World.Store.UpdateTicketStatusAsync("T001", TicketStatus.InProgress)).ShouldBeTrue();

        var after = await World.GetAsync();
        after.Status.ShouldBe(TicketStatus.InProgress);
        after.LastUpdated.ShouldBe(before.LastUpdated.AddSeconds(1));
        after.CompletedAt.ShouldBeNull();
    }

    [Fact]
    [Trait("Scenario", "TC-TP002")]
    public async Task Notes_are_written_with_a_status()
    {
        var before = await World.AddAsync(TicketWorld.T001);
        World.Clock.Advance(TimeSpan.FromSeconds(1));

        (await World.Store.UpdateTicketStatusAsync("T001", TicketStatus.Blocked, "Waiting for approval")).ShouldBeTrue();

        var after = await World.GetAsync();
        (after.Status, after.Notes).ShouldBe((TicketStatus.Blocked, "Waiting for approval"));
        after.LastUpdated.ShouldBeGreaterThan(before.LastUpdated);
    }

    [Fact]
    [Trait("Scenario", "TC-TP003")]
    public async Task An_owner_is_written_with_a_status()
    {
        await World.AddAsync(TicketWorld.T001);

        (await World.Store.UpdateTicketStatusAsync("T001", TicketStatus.Assigned, agentOccurrenceId: "occurrence-1")).ShouldBeTrue();

        var after = await World.GetAsync();
        (after.Status, after.Owner).ShouldBe((TicketStatus.Assigned, "occurrence-1"));
    }

    [Fact]
    [Trait("Scenario", "TC-TP004")]
    public async Task Status_notes_and_owner_are_written_together()
    {
        await World.AddAsync(TicketWorld.T001);

        (await World.Store.UpdateTicketStatusAsync("T001", TicketStatus.Assigned, "Claimed", "occ-1")).ShouldBeTrue();

        var after = await World.GetAsync();
        (after.Status, after.Notes, after.Owner).ShouldBe((TicketStatus.Assigned, "Claimed", "occ-1"));
    }

    [Fact]
    [Trait("Scenario", "TC-TP005")]
    public async Task What_has_ended_has_an_instant_of_its_end()
    {
        foreach (var id in new[] { "T001", "T002", "T003" })
        {
            await World.AddAsync(TicketWorld.T001 with { TicketId = id });
        }

        await World.Store.UpdateTicketStatusAsync("T001", TicketStatus.Completed);
        await World.Store.UpdateTicketStatusAsync("T002", TicketStatus.Failed);
        await World.Store.UpdateTicketStatusAsync("T003", TicketStatus.Cancelled);

        foreach (var id in new[] { "T001", "T002", "T003" })
        {
            (await World.GetAsync(id)).CompletedAt.ShouldBe(World.Clock.GetUtcNow());
        }
    }

    [Theory]
    [Trait("Scenario", "TC-TP006")]
    [InlineData("pending")]
    [InlineData("assigned")]
    [InlineData("in_progress")]
    [InlineData("blocked")]
    [InlineData("deferred")]
    public async Task What_goes_on_has_none(string status)
    {
        await World.AddAsync(TicketWorld.T001);
        await World.Store.UpdateTicketStatusAsync("T001", TicketStatus.Completed);

        (await World.Store.UpdateTicketStatusAsync("T001", WireEnum.Parse<TicketStatus>(status))).ShouldBeTrue();

        (await World.GetAsync()).CompletedAt.ShouldBeNull();
    }

    [Fact]
    [Trait("Scenario", "TC-TP007")]
    public async Task A_ticket_that_is_not_there_is_not_updated()
    {
        (await World.Store.UpdateTicketStatusAsync("NONEXISTENT", TicketStatus.Completed)).ShouldBeFalse();

        World.Lines.ShouldContain(line => line.Contains("Ticket NONEXISTENT not found for status update"));
    }

    [Fact]
    [Trait("Scenario", "TC-TP008")]
    public async Task A_database_that_is_away_is_told_and_not_thrown()
    {
        using var world = new TicketWorld(Room, new BrokenSessions(Room.Sessions));

        (await world.Store.UpdateTicketStatusAsync("T001", TicketStatus.Completed)).ShouldBeFalse();

        world.Lines.ShouldContain(line => line.Contains("System.TimeoutException") && line.Contains("   at "));
    }

    [Fact]
    [Trait("Scenario", "TC-TP009")]
    public async Task Every_status_may_follow_every_other()
    {
        await World.AddAsync(TicketWorld.T001);

        foreach (var status in Enum.GetValues<TicketStatus>())
        {
            (await World.Store.UpdateTicketStatusAsync("T001", status)).ShouldBeTrue();
            (await World.GetAsync()).Status.ShouldBe(status);
        }

        var history = await World.HistoryAsync();
        history.Select(change => change.Seq).ShouldBe(Enumerable.Range(1, 9));
        history
            .Where(change => change.OffPolicy)
            .Select(change => change.ToStatus)
            .ShouldBe([TicketStatus.Deferred, TicketStatus.Completed, TicketStatus.Cancelled, TicketStatus.Failed]);
    }

    [Theory]
    [Trait("Scenario", "TC-TP010")]
    [InlineData(null, null, "")]
    [InlineData("Noted", null, ", notes")]
    [InlineData(null, "occ-1", ", agent_occurrence_id")]
    [InlineData("Noted", "occ-1", ", notes, agent_occurrence_id")]
    public async Task Only_what_is_given_is_set_and_every_value_is_a_parameter(string? notes, string? owner, string further)
    {
        await World.AddAsync(TicketWorld.T001);
        var sessions = new RecordingSessions(Room.Sessions);
        using var world = new TicketWorld(Room, sessions);

        (await world.Store.UpdateTicketStatusAsync("T001", TicketStatus.InProgress, notes, owner)).ShouldBeTrue();

        var (text, parameters) = sessions
            .Statements.Where(statement => statement.Text.StartsWith("update tickets set", StringComparison.Ordinal))
            .ShouldHaveSingleItem();
        var set = Assignments().Match(text).Groups[1].Value.Split(", ");
        string.Join(", ", set.Select(part => part.Split(" = ")[0])).ShouldBe($"status, last_updated, completed_at{further}");
        set.ShouldAllBe(part => part.Split(" = ")[1] == $"@{part.Split(" = ")[0]}");
        parameters
            .Where(name => !name.StartsWith("h_", StringComparison.Ordinal))
            .ShouldBe([.. set.Select(part => part.Split(" = ")[0]), "ticket_id"]);
    }

    [Fact]
    public async Task A_guard_lets_only_the_owner_write()
    {
        await World.AddAsync(TicketStatus.InProgress, TicketWorld.Other);

        (
            await World.Store.UpdateTicketStatusAsync("T001", TicketStatus.Blocked, requireCurrentOccurrenceId: TicketWorld.Me)
        ).ShouldBeFalse();
        (
            await World.Store.UpdateTicketStatusAsync("T001", TicketStatus.Blocked, requireCurrentOccurrenceId: TicketWorld.Other)
        ).ShouldBeTrue();
    }

    [Fact]
    public async Task A_matter_has_one_open_ticket_and_an_id_one_ticket()
    {
        var first = TicketWorld.T001 with { CorrelationId = "batch" };
        await World.AddAsync(first);

        (await World.Store.CreateAsync(first with { TicketId = "T002" }, TicketWorld.Tester, default)).ShouldBe(
            new CreateOutcome.AlreadyOpen("T001")
        );
        (await World.Store.CreateAsync(TicketWorld.T001, TicketWorld.Tester, default)).ShouldBe(new CreateOutcome.IdTaken());
        await World.Store.UpdateTicketStatusAsync("T001", TicketStatus.Completed);
        (
            await World.Store.CreateAsync(first with { TicketId = "T002" }, TicketWorld.Tester, default)
        ).ShouldBeOfType<CreateOutcome.Created>();
    }

    [Fact]
    public async Task What_is_written_is_read_back_whole()
    {
        var given = TicketWorld.T001 with
        {
            Status = TicketStatus.Deferred,
            Owner = "occ",
            Priority = 10,
            Deadline = World.Clock.GetUtcNow().AddDays(3).AddTicks(10),
            Notes = "Å",
            Automated = true,
            CorrelationId = "matter",
            OrgId = "school",
            Outcome = "human",
            Metadata = TicketWorld.Json("""{"deferred_until": "2025-11-08T10:00:00+01:00", "a": [1, {"b": null}]}"""),
        };
        var created = await World.AddAsync(given);

        var read = await World.GetAsync();

        JsonNode.DeepEquals(read.Metadata, created.Metadata).ShouldBeTrue();
        (read with { Metadata = created.Metadata }).ShouldBe(created);
        read.WakeAt.ShouldBe(new DateTimeOffset(2025, 11, 8, 9, 0, 0, TimeSpan.Zero));
    }

    [GeneratedRegex("^update tickets set (.*?) where ")]
    private static partial Regex Assignments();
}

public sealed class TicketStoreOnPostgresTests(PostgresRoom room) : TicketStoreContract(room), IClassFixture<PostgresRoom>;

public sealed class TicketStoreOnSqliteTests(SqliteRoom room) : TicketStoreContract(room), IClassFixture<SqliteRoom>;
