using Phase1.Events;
using Phase1.Tests.Infrastructure;
using Phase1.Tickets.Discovery;
using Phase1.Tickets.Lifecycle;

namespace Phase1.Integration.Tests.Tickets.Discovery;

/// <summary>Everything at once, on both databases: what must hold whoever comes first.</summary>
public abstract class RaceContract(TicketRoom room) : ClearedRoom(room)
{
    const string Me = TicketWorld.Me;

    [Fact]
    [Trait("Scenario", "TC-X11")]
    public async Task Eight_workers_claim_each_ticket_once()
    {
        for (var i = 0; i < Repetitions.Of(20); i++)
        {
            await Room.ClearAsync();
            for (var ticket = 0; ticket < 200; ticket++)
            {
                await World.AddAsync(TicketWorld.T001 with { TicketId = $"T{ticket:000}" });
            }
            var discovery = World.Discovery(options: new TicketsOptions { PageSize = 10, MaxOwned = 200 });

            await Task.WhenAll(Enumerable.Range(0, 8).Select(worker => Task.Run(() => ClaimAsync(discovery, worker))));

            (
                await Room.TextAsync("select count(*) from tickets where status = 'assigned' and agent_occurrence_id like 'worker-%'")
            ).ShouldBe("200");
            (await Room.TextAsync("select count(*) from work_tasks")).ShouldBe("200");
            (await Room.TextAsync("select count(*) from ticket_history where reason = 'claimed'")).ShouldBe("200");
        }
    }

    [Fact]
    [Trait("Scenario", "TC-X18")]
    public async Task Whatever_the_order_history_has_no_gap_and_what_has_ended_stays_so()
    {
        var random = new Random(20251107);
        for (var i = 0; i < Repetitions.Of(1_000); i++)
        {
            await Room.ClearAsync();
            await World.Occurrences.BeatAsync(Me, TimeSpan.FromSeconds(60), default);
            await World.AddAsync(TicketStatus.Pending);
            Func<Task>[] hands =
            [
                () => World.RoundAsync(),
                () => World.RoundAsync(TicketWorld.Other),
                () => World.UpdateAsync("""{"ticket_id": "T001", "metadata": {"stages": {"a": {"status": "completed"}}}}"""),
                () => World.Occurrences.ReleaseAsync(Me, default),
                () =>
                    World.Store.UpdateAsync(
                        "T001",
                        new() { Status = TicketStatus.Completed, Outcome = "human" },
                        new(ActorKind.Record, "cms"),
                        default
                    ),
            ];
            random.Shuffle(hands);

            await Task.WhenAll(hands.Select(hand => Task.Run(hand)));

            var ticket = await World.GetAsync();
            (ticket.Status, ticket.Outcome).ShouldBe((TicketStatus.Completed, "human"));
            (await World.HistoryAsync()).Select(change => change.Seq).ShouldBe(Enumerable.Range(1, ticket.Version));
            (await Room.TextAsync("select count(*) from work_tasks where status in ('pending', 'active')")).ShouldBe("0");
        }
    }

    static async Task ClaimAsync(TicketDiscovery discovery, int worker)
    {
        for (var idle = 0; idle < 3; )
        {
            idle = await discovery.DiscoverAsync($"worker-{worker}", worker, CancellationToken.None) > 0 ? 0 : idle + 1;
        }
    }
}

public sealed class RacesOnPostgresTests(PostgresRoom room) : RaceContract(room), IClassFixture<PostgresRoom>;

public sealed class RacesOnSqliteTests(SqliteRoom room) : RaceContract(room), IClassFixture<SqliteRoom>;
