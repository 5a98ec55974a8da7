using System.Net;
using Phase1.Events;
using Phase1.Messaging.Operator;
using Phase1.ServiceDefaults;
using Phase1.Tests.Infrastructure.Engine;

namespace Phase1.Integration.Tests.Messaging.Engine;

/// <summary>A dry run says what a redrive would do, and leaves no row behind.</summary>
[Trait("Scenario", "P-44")]
public sealed class DryRunTests : IAsyncDisposable
{
    DeadLetterWorld _world = null!;

    static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task It_tells_what_the_redrive_then_does()
    {
        _world = await DeadLetterWorld.StartAsync();
        var (letter, events) = await _world.GiveUpAsync(followers: 2);
        _world.Broken.Clear();
        var before = await _world.RowsAsync();

        var told = await _world.TryAsync(letter);

        (await _world.RowsAsync()).ShouldBe(before);
        told.Would.ShouldBe("apply");
        told.Facts.ShouldBe([new(Topics.BatchFileAdded, _world.Batch.ToString())]);
        told.Rows.ShouldContain(new RowChanges("effects", 1, 0, 0));
        told.Rows.ShouldContain(new RowChanges("outbox", 1, 0, 0));
        told.Rows.ShouldContain(row => row.Table == "held_messages" && row.Deleted == 1);
        told.Followers.Select(follower => (follower.EventId, follower.Would)).ShouldBe([(events[1], "apply"), (events[2], "apply")]);
        told.FollowersLeft.ShouldBe(0);
        told.AsOf.ShouldBeGreaterThan(Facts.Instant);

        await _world.ActAsync(acts => acts.RedriveAsync(letter, "operator-1", "mended", Token));
        await _world.WhenNothingIsHeldAsync();
        (await _world.Engine.ColumnAsync<Guid>("select event_id from effects order by id")).ShouldBe(events);
    }

    [Fact]
    public async Task It_shows_a_saga_before_and_after_without_its_texts()
    {
        _world = await DeadLetterWorld.StartAsync();
        var letter = await _world.MisplaceAsync(Facts.File(_world.Batch));

        var begun = (await _world.TryAsync(letter)).State.ShouldNotBeNull();
        begun.Kind.ShouldBe("tallies");
        begun.Before.ShouldBeNull();
        begun.After.ShouldNotBeNull()["files"].ShouldBe("1");

        await _world.Engine.FeedAsync(Facts.File(_world.Batch));
        await _world.Engine.DrainAsync(Token);
        var before = await _world.RowsAsync();
        var moved = (await _world.TryAsync(letter)).State.ShouldNotBeNull();

        moved.Before.ShouldNotBeNull()["mood"].ShouldBe("calm");
        moved.After.ShouldNotBeNull()["mood"].ShouldBe("busy");
        (moved.Before["version"], moved.After["version"]).ShouldBe(("1", "2"));
        moved.After.Keys.ShouldBe(["correlation_id", "version", "files", "last_upload", "mood", "closed"], ignoreOrder: true);
        (await _world.RowsAsync()).ShouldBe(before);
    }

    [Fact]
    public async Task What_would_fail_again_says_why_and_its_followers_stay()
    {
        _world = await DeadLetterWorld.StartAsync();
        var (letter, _) = await _world.GiveUpAsync(followers: 2);
        var before = await _world.RowsAsync();

        var told = await _world.TryAsync(letter);

        (told.Would, told.ReasonCode, told.Reason).ShouldBe(("fail", "TEST_BROKEN", "The test breaks it."));
        (told.Facts.Count, told.Rows.Count, told.Followers.Count, told.FollowersLeft).ShouldBe((0, 0, 0, 2));
        (await _world.RowsAsync()).ShouldBe(before);
    }

    [Fact]
    public async Task The_followers_are_tried_up_to_the_first_that_fails()
    {
        _world = await DeadLetterWorld.StartAsync();
        var (letter, events) = await _world.GiveUpAsync(followers: 4);
        _world.Broken.Clear();
        _world.Broken.Add(events[2]);

        var told = await _world.TryAsync(letter);

        told.Followers.Select(follower => (follower.Would, follower.ReasonCode)).ShouldBe([("apply", null), ("fail", "TEST_BROKEN")]);
        told.FollowersLeft.ShouldBe(2);
    }

    [Fact]
    public async Task What_was_applied_meanwhile_is_a_duplicate()
    {
        _world = await DeadLetterWorld.StartAsync();
        var (upload, id) = (Facts.Upload(_world.Batch), Facts.NewId());
        var letter = await _world.MisplaceAsync(upload, id);
        await _world.Engine.FeedAsync(Envelopes.Of(upload, id));
        await _world.Engine.DrainAsync(Token);

        (await _world.TryAsync(letter)).Would.ShouldBe("duplicate");
    }

    [Fact]
    public async Task What_breaks_the_contract_is_refused()
    {
        _world = await DeadLetterWorld.StartAsync();
        await _world.Engine.FeedAsync(Envelopes.Raw(Topics.EssayContentProvisioned, "a", "no json"));
        await _world.Engine.DrainAsync(Token);

        var told = await _world.TryAsync(await _world.Engine.ScalarAsync<Guid>("select id from dead_letters"));

        (told.Would, told.ReasonCode).ShouldBe(("refuse", ViolationCodes.MalformedJson));
    }

    [Fact]
    public async Task What_comes_behind_an_earlier_record_of_its_key_would_wait()
    {
        _world = await DeadLetterWorld.StartAsync();
        await _world.GiveUpAsync(followers: 0);

        var told = await _world.TryAsync(await _world.MisplaceAsync(Facts.Upload(_world.Batch)));

        told.Would.ShouldBe("hold");
    }

    [Fact, Trait("Scenario", "P-45")]
    public async Task A_row_that_somebody_else_has_is_not_waited_for()
    {
        _world = await DeadLetterWorld.StartAsync();
        var (letter, _) = await _world.GiveUpAsync(followers: 0);
        await using var other = await _world.Engine.Sql.OpenConnectionAsync(Token);
        await using var transaction = await other.BeginTransactionAsync(Token);
        await using var command = new Npgsql.NpgsqlCommand("select from held_messages for update", other, transaction);
        await command.ExecuteNonQueryAsync(Token);

        (await _world.RunAsync(letter)).Resolution.ShouldBe(Resolution.Busy);
    }

    [Fact, Trait("Scenario", "P-45")]
    public async Task A_saga_that_somebody_else_has_is_not_waited_for()
    {
        _world = await DeadLetterWorld.StartAsync();
        await _world.Engine.FeedAsync(Facts.File(_world.Batch));
        var letter = await _world.MisplaceAsync(Facts.File(_world.Batch));
        await using var other = await _world.Engine.Sql.OpenConnectionAsync(Token);
        await using var transaction = await other.BeginTransactionAsync(Token);
        await using var command = new Npgsql.NpgsqlCommand("select from tallies for update", other, transaction);
        await command.ExecuteNonQueryAsync(Token);

        (await _world.RunAsync(letter)).Resolution.ShouldBe(Resolution.Busy);
    }

    // Seconds say nothing on a busy machine, and a statement ends after five all the same: the limit is looked at where the record is tried.
    [Fact, Trait("Scenario", "P-45")]
    public async Task It_waits_two_seconds_for_a_lock()
    {
        _world = await DeadLetterWorld.StartAsync();
        await _world.Engine.ExecuteAsync(
            """
            create function look() returns trigger language plpgsql as $$
            begin
                if current_setting('lock_timeout') <> '2s' then raise exception 'another limit'; end if;
                return new;
            end $$;
            create trigger look before insert on effects for each row execute function look()
            """
        );

        (await _world.TryAsync(await _world.MisplaceAsync(Facts.Upload(_world.Batch)))).Would.ShouldBe("apply");
    }

    [Theory]
    [InlineData("GET", "apply", null)]
    [InlineData("POST", "refuse", "DRY_RUN_IMPOSSIBLE")]
    public async Task A_handler_may_ask_another_service_and_change_nothing_in_it(string method, string would, string? reason)
    {
        using var service = new HttpMessageInvoker(new DryRunHandler { InnerHandler = new Answering() });
        Guid? asked = null;
        _world = await DeadLetterWorld.StartAsync(setup =>
            setup.Script.Before = async context =>
            {
                using var request = new HttpRequestMessage(new HttpMethod(method), "http://other/");
                (await service.SendAsync(request, context.CancellationToken)).Dispose();
                asked = context.MessageId;
            }
        );
        var letter = await _world.MisplaceAsync(Facts.Upload(_world.Batch));

        var told = await _world.TryAsync(letter);

        (told.Would, told.ReasonCode).ShouldBe((would, reason));
        (asked is not null).ShouldBe(method == "GET");
    }

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return _world.DisposeAsync();
    }

    sealed class Answering : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK));
    }
}
