using Npgsql;
using Phase1.Messaging.Storage;
using Phase1.Tests.Infrastructure;
using Phase1.Tests.Infrastructure.Engine;
using Phase1.Tests.Infrastructure.Wire;

namespace Phase1.Integration.Tests.Messaging.Storage;

/// <summary>What is rung in one process is heard in all of them. A bell of its own stands for a process.</summary>
public sealed class DatabaseBellTests : IAsyncLifetime
{
    readonly List<DatabaseBell> _bells = [];
    TestDatabase _database = null!;

    static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _database = await (await PostgresServer.SharedAsync()).CreateDatabaseAsync("bell");

    public async ValueTask DisposeAsync()
    {
        foreach (var bell in _bells)
        {
            await bell.DisposeAsync();
        }
        await _database.DisposeAsync();
    }

    [Fact]
    public async Task What_is_rung_in_one_process_is_heard_at_once_there_and_soon_in_another()
    {
        var (here, there) = (Open("here"), Open("there"));
        var (near, far) = (await ListenAsync(here), await ListenAsync(there));
        await MeetAsync(here);

        here.Ring("outbox", "uploads");

        near.Words.ShouldBe(["outbox", "uploads"]);
        await far.WaitForAsync("uploads");
        far.Words.Order().ShouldBe(["outbox", "uploads"]);
    }

    [Fact]
    public async Task What_is_rung_while_another_word_leaves_is_not_missed()
    {
        await using var wire = new FaultyWire(await PostgresServer.SharedAsync(), patience: 30);
        var (here, there) = (Open("here", wire), Open("there"));
        // Else the end of a wait would find what its beginning has missed.
        here.Turn = TimeSpan.FromHours(1);
        await ListenAsync(here);
        var far = await ListenAsync(there);
        await MeetAsync(here);
        wire.Arm(
            1,
            WireFault.Late(() =>
            {
                here.Ring("late");
                return Task.CompletedTask;
            })
        );

        here.Ring("early");

        await far.WaitForAsync("late");
        far.Words.ShouldBe(["early", "late"]);
        wire.HasStruck.ShouldBeTrue();
    }

    // Each answer is rung while the other process still hears the question, or waits already: one that is missed stops the game.
    [Fact]
    public async Task No_ring_is_missed_however_it_falls_between_hearing_and_waiting()
    {
        const int Rounds = 100;
        var (here, there) = (Open("here"), Open("there"));
        var over = new TaskCompletionSource();
        using var answering = there.Hear(words =>
        {
            foreach (var round in RoundsOf(words, "asked-"))
            {
                there.Ring($"answered-{round}");
            }
        });
        using var asking = here.Hear(words =>
        {
            foreach (var round in RoundsOf(words, "answered-"))
            {
                if (round == Rounds)
                {
                    over.TrySetResult();
                }
                else
                {
                    here.Ring($"asked-{round + 1}");
                }
            }
        });
        await ListenAsync(here);
        await ListenAsync(there);
        // They begin together: which of them finds the other, and which is found, is chance.
        await Eventually.BecomesTrueAsync(() => Task.FromResult(!here.IsAlone && !there.IsAlone), Token);

        here.Ring("asked-1");

        await over.Task.WaitAsync(Eventually.Patience, TimeProvider.System, Token);
    }

    [Fact]
    public async Task Who_is_alone_sends_nothing()
    {
        await using var eavesdropper = await _database.DataSource.OpenConnectionAsync(Token);
        await using (var listen = new NpgsqlCommand("listen phase1_bell", eavesdropper))
        {
            await listen.ExecuteNonQueryAsync(Token);
        }
        var sent = new List<string>();
        eavesdropper.Notification += (_, told) => sent.Add(told.Payload);
        var here = Open("here");
        await ListenAsync(here);

        here.Ring("nobody");
        await ListenAsync(Open("there"));
        await MeetAsync(here);
        here.Ring("somebody");

        while (!sent.Contains("somebody"))
        {
            await eavesdropper.WaitAsync(Token);
        }
        sent.ShouldNotContain("nobody");
    }

    [Fact]
    public async Task A_bell_whose_session_ends_comes_back_and_has_everybody_look()
    {
        var (here, there) = (Open("here"), Open("there"));
        await ListenAsync(here);
        var far = await ListenAsync(there);
        await far.WaitForDoubtsAsync(2);

        await using (
            var cut = _database.DataSource.CreateCommand(
                "select pg_terminate_backend(pid, 5000) from pg_stat_activity where application_name = 'there'"
            )
        )
        {
            await cut.ExecuteNonQueryAsync(Token);
        }

        await far.WaitForDoubtsAsync(3);
        here.Ring("outbox");
        await far.WaitForAsync("outbox");
    }

    [Fact]
    public async Task When_a_process_has_gone_the_others_look_at_once_and_once_more()
    {
        var (here, there) = (Open("here"), Open("there"));
        here.Turn = TimeSpan.FromMilliseconds(100);
        var near = await ListenAsync(here);
        await ListenAsync(there);
        await MeetAsync(here);
        near.Doubts.ShouldBe(1);

        await there.DisposeAsync();
        _bells.Remove(there);

        await Eventually.BecomesTrueAsync(() => Task.FromResult(near.Doubts == 3 && here.IsAlone), Token);
    }

    [Fact]
    public async Task A_newcomer_looks_for_what_was_rung_before_the_others_knew_of_it()
    {
        await using var wire = new FaultyWire(await PostgresServer.SharedAsync(), patience: 30);
        var (here, there) = (Open("here"), Open("there", wire));
        await ListenAsync(here);
        var wasAlone = false;
        // Its third step, after the connection and its entry: it looks who is there, and has greeted nobody.
        wire.Arm(
            3,
            WireFault.Late(() =>
            {
                wasAlone = here.IsAlone;
                here.Ring("unheard");
                return Task.CompletedTask;
            })
        );

        var far = await ListenAsync(there);

        await far.WaitForDoubtsAsync(2);
        far.Words.ShouldBeEmpty();
        (wire.HasStruck, wasAlone).ShouldBe((true, true));
    }

    [Fact]
    public async Task Of_all_bells_one_asks_who_is_there_and_the_others_hear_of_it()
    {
        var (here, there, elsewhere) = (Open("here"), Open("there"), Open("elsewhere"));
        here.Turn = TimeSpan.FromMilliseconds(20);
        there.Turn = elsewhere.Turn = TimeSpan.FromMilliseconds(200);
        foreach (var bell in new[] { here, there, elsewhere })
        {
            await ListenAsync(bell);
        }
        var before = here.Looks;

        await Eventually.BecomesTrueAsync(() => Task.FromResult(here.Looks >= before + 80), Token);

        // By themselves they would have looked every 300 ms.
        (there.Looks + elsewhere.Looks).ShouldBeLessThan(8);
    }

    [Fact]
    public async Task When_the_one_that_asks_has_gone_another_does()
    {
        var (here, there, elsewhere) = (Open("here"), Open("there"), Open("elsewhere"));
        there.Turn = elsewhere.Turn = TimeSpan.FromMilliseconds(100);
        await ListenAsync(here);
        var far = await ListenAsync(there);
        await ListenAsync(elsewhere);
        await far.WaitForDoubtsAsync(2);
        var before = far.Doubts;

        await here.DisposeAsync();
        _bells.Remove(here);

        await far.WaitForDoubtsAsync(before + 2);
        there.IsAlone.ShouldBeFalse();
    }

    [Fact]
    public async Task A_word_over_which_the_session_ends_is_sent_by_the_next_one()
    {
        await using var wire = new FaultyWire(await PostgresServer.SharedAsync(), patience: 30);
        var (here, there) = (Open("here", wire), Open("there"));
        await ListenAsync(here);
        var far = await ListenAsync(there);
        await MeetAsync(here);
        wire.Arm(1, WireFault.All.Single(fault => fault.Way == WireFaultWay.CutBefore));

        here.Ring("outbox");

        await far.WaitForAsync("outbox");
        wire.HasStruck.ShouldBeTrue();
    }

    [Fact]
    public async Task One_process_has_one_bell_of_a_database_which_ends_with_its_last_user()
    {
        var (one, other) = (Open("here"), Open("here"));
        one.ShouldBeSameAs(other);
        var heard = await ListenAsync(one);

        await _bells[0].DisposeAsync();
        _bells.RemoveAt(0);
        other.Ring("still");

        heard.Words.ShouldBe(["still"]);
        await other.DisposeAsync();
        _bells.Clear();
        Open("here").ShouldNotBeSameAs(other);
    }

    static IEnumerable<int> RoundsOf(IReadOnlyList<string>? words, string prefix) =>
        (words ?? []).Where(word => word.StartsWith(prefix, StringComparison.Ordinal)).Select(word => int.Parse(word[prefix.Length..]));

    DatabaseBell Open(string process, FaultyWire? wire = null)
    {
        var database = wire?.Through(_database.ConnectionString) ?? _database.ConnectionString;
        var bell = DatabaseBell.Of(new NpgsqlConnectionStringBuilder(database) { ApplicationName = process }.ConnectionString);
        _bells.Add(bell);
        return bell;
    }

    /// <summary>Listens, and waits until the bell does.</summary>
    static async Task<BellListener> ListenAsync(DatabaseBell bell)
    {
        var listener = new BellListener();
        bell.Hear(listener.Hear);
        await Eventually.BecomesTrueAsync(() => Task.FromResult(bell.IsListening), Token);
        return listener;
    }

    /// <summary>Waits until a bell that was alone has heard that it is not the only one, and has told the others to look.</summary>
    static Task MeetAsync(DatabaseBell bell) =>
        Eventually.BecomesTrueAsync(() => Task.FromResult(bell is { IsAlone: false, Looks: > 1 }), Token);
}
