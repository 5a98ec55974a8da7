using Npgsql;
using Phase1.Messaging.Log;
using Phase1.Messaging.Postgres;
using Phase1.Tests.Infrastructure;
using Phase1.Tests.Infrastructure.Engine;
using Phase1.Tests.Infrastructure.Wire;

namespace Phase1.Integration.Tests.Messaging.Postgres;

/// <summary>What is appended wakes the members that read it, in whichever process: by themselves these look only once an hour.</summary>
public sealed class MemberWakingTests : IAsyncLifetime
{
    const string Files = "files.v1";
    const string Slots = "slots.v1";

    readonly List<PostgresLog> _logs = [];
    PostgresServer _server = null!;
    TestDatabase _database = null!;

    static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _server = await PostgresServer.SharedAsync();
        _database = await _server.CreateDatabaseAsync("waking");
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var log in _logs)
        {
            await log.DisposeAsync();
        }
        await _database.DisposeAsync();
    }

    [Theory]
    [InlineData("here")]
    [InlineData("there")]
    public async Task A_member_that_waits_is_woken_by_every_publication(string publisher)
    {
        await using var member = await JoinAsync(await OpenAsync("here"), Files);
        var log = await OpenAsync(publisher);

        for (var round = 0; round < 5; round++)
        {
            var polling = member.PollAsync(1, TimeSpan.FromHours(1), Token);
            await PublishAsync(log, Files, $"{round}");

            var poll = await polling.WaitAsync(Eventually.Patience, TimeProvider.System, Token);
            poll.Records.ShouldHaveSingleItem().Key.ShouldBe($"{round}");
        }
    }

    [Fact]
    public async Task A_publication_that_comes_while_the_member_looks_in_vain_is_not_missed()
    {
        await using var wire = new FaultyWire(_server, patience: 30);
        var log = await OpenAsync("here", wire);
        await using var member = await JoinAsync(log, Files);
        // Somebody says that something has come, and nothing has.
        log.Bell.Ring(MemberMail.WordOf(1, 0));
        wire.Arm(1, WireFault.Late(() => PublishAsync(log, Files, "late")));

        var poll = await member.PollAsync(1, TimeSpan.FromHours(1), Token).WaitAsync(Eventually.Patience, TimeProvider.System, Token);

        wire.HasStruck.ShouldBeTrue();
        poll.Records.ShouldHaveSingleItem().Key.ShouldBe("late");
    }

    [Fact]
    public async Task A_publication_that_comes_while_the_member_fetches_another_is_not_missed()
    {
        await using var wire = new FaultyWire(_server, patience: 30);
        var log = await OpenAsync("here", wire);
        await using var member = await JoinAsync(log, Files);
        await PublishAsync(log, Files, "early");
        wire.Arm(1, WireFault.Late(() => PublishAsync(log, Files, "late")));

        foreach (var key in new[] { "early", "late" })
        {
            var poll = await member.PollAsync(1, TimeSpan.FromHours(1), Token).WaitAsync(Eventually.Patience, TimeProvider.System, Token);

            poll.Records.ShouldHaveSingleItem().Key.ShouldBe(key);
        }
        wire.HasStruck.ShouldBeTrue();
    }

    [Fact]
    public async Task A_publication_wakes_only_the_members_that_read_it()
    {
        await using var wire = new FaultyWire(_server, patience: 30);
        await using var member = await JoinAsync(await OpenAsync("here", wire), Files);
        var log = await OpenAsync("there");
        await PublishAsync(log, Slots, "first");
        await Eventually.BecomesTrueAsync(() => Task.FromResult(log.Bell is { IsListening: true, IsAlone: false }), Token);
        var before = wire.Counts.RoundTrips;

        var polling = member.PollAsync(1, TimeSpan.FromHours(1), Token);
        for (var other = 0; other < 10; other++)
        {
            await PublishAsync(log, Slots, $"{other}");
        }
        await PublishAsync(log, Files, "mine");

        // What is told comes in its order: the others were told before.
        (await polling)
            .Records.ShouldHaveSingleItem()
            .Key.ShouldBe("mine");
        (wire.Counts.RoundTrips - before).ShouldBe(1);
    }

    [Fact]
    public async Task A_publication_is_told_only_once_it_can_be_read()
    {
        await using var wire = new FaultyWire(_server, patience: 30);
        var log = await OpenAsync("here", wire);
        await using var member = await JoinAsync(log, Files);
        await PublishAsync(log, Files, "first");
        var told = new List<string>();
        using var hearing = log.Bell.Hear(words => told.AddRange(words ?? []));
        string[]? early = null;
        wire.Arm(
            1,
            WireFault.Late(() =>
            {
                early = [.. told];
                return Task.CompletedTask;
            })
        );

        await PublishAsync(log, Files, "second");

        early.ShouldBeEmpty();
        told.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_member_that_comes_while_another_looks_in_vain_gets_its_share()
    {
        await using var wire = new FaultyWire(_server, patience: 30);
        var log = await OpenAsync("here", wire);
        await using var stays = await JoinAsync(log, Files);
        await using var comes = (await OpenAsync("there")).Join("group", [Files]);
        var (told, came) = (new TaskCompletionSource(), new TaskCompletionSource());
        using var hearing = log.Bell.Hear(words =>
        {
            if (words?.Any(word => word.StartsWith("members/", StringComparison.Ordinal)) is true)
            {
                told.TrySetResult();
            }
        });
        log.Bell.Ring(MemberMail.WordOf(1, 0));
        wire.Arm(
            1,
            WireFault.Late(async () =>
            {
                await comes.PollAsync(1, TimeSpan.Zero, Token);
                await told.Task.WaitAsync(Eventually.Patience, TimeProvider.System, Token);
                came.SetResult();
            })
        );
        using var over = CancellationTokenSource.CreateLinkedTokenSource(Token);

        Task waiting = stays.PollAsync(1, TimeSpan.FromHours(1), over.Token);
        await came.Task.WaitAsync(Eventually.Patience, TimeProvider.System, Token);

        await OwnAsync(2, comes);
        await over.CancelAsync();
        await waiting.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    [Fact]
    public async Task The_partitions_of_a_process_that_dies_are_taken_over()
    {
        var log = await OpenAsync("here");
        log.Bell.Turn = TimeSpan.FromMilliseconds(100);
        await using var stays = await JoinAsync(log, Files);
        await using var dies = await JoinAsync(await OpenAsync("there"), Files);
        await OwnAsync(2, stays, dies);

        await using (
            var kill = _database.DataSource.CreateCommand(
                "select pg_terminate_backend(pid, 5000) from pg_stat_activity where application_name = 'there'"
            )
        )
        {
            await kill.ExecuteNonQueryAsync(Token);
        }

        await OwnAsync(4, stays);
    }

    [Fact]
    public async Task Members_that_come_and_go_are_noticed_at_once()
    {
        await using var stays = await JoinAsync(await OpenAsync("here"), Files);
        var comes = await JoinAsync(await OpenAsync("there"), Files);

        await OwnAsync(2, stays, comes);
        await comes.DisposeAsync();
        await OwnAsync(4, stays);
    }

    static async Task OwnAsync(int partitions, params ILogConsumer[] members)
    {
        await Eventually.BecomesTrueAsync(
            async () =>
            {
                var polls = await Task.WhenAll(members.Select(member => member.PollAsync(1, TimeSpan.Zero, Token)));
                return polls.All(poll => poll.Owned.Count == partitions);
            },
            Token
        );
    }

    async Task<PostgresLog> OpenAsync(string process, FaultyWire? wire = null)
    {
        var connection = new NpgsqlConnectionStringBuilder(wire?.Through(_database.ConnectionString) ?? _database.ConnectionString)
        {
            ApplicationName = process,
        };
        var log = new PostgresLog(
            new()
            {
                ConnectionString = connection.ConnectionString,
                PollInterval = TimeSpan.FromHours(1),
                RebalanceInterval = TimeSpan.FromHours(1),
                SessionTimeout = TimeSpan.FromHours(2),
            }
        );
        _logs.Add(log);
        await log.EnsureTopicsAsync([Files, Slots], 4, Token);
        return log;
    }

    /// <summary>Joins a group, and looks until the bell is heard and nothing is left to look for.</summary>
    static async Task<ILogConsumer> JoinAsync(PostgresLog log, params string[] topics)
    {
        var member = log.Join("group", topics);
        await Eventually.BecomesTrueAsync(
            async () =>
            {
                await member.PollAsync(1, TimeSpan.Zero, Token);
                return log.Bell.IsListening;
            },
            Token
        );
        await member.PollAsync(1, TimeSpan.Zero, Token);
        return member;
    }

    static async Task PublishAsync(PostgresLog log, string topic, string key) =>
        (await log.PublishAsync([new(topic, key, "{}"u8.ToArray(), "{}")], Token)).ShouldBeEmpty();
}
