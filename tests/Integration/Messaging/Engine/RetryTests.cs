using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Phase1.Events;
using Phase1.Messaging;
using Phase1.Messaging.Operator;
using Phase1.Tests.Infrastructure;
using Phase1.Tests.Infrastructure.Engine;
using Phase1.Tests.Infrastructure.Telemetry;

namespace Phase1.Integration.Tests.Messaging.Engine;

/// <summary>Five retries, then a dead letter; redrive and discard are an operator's acts.</summary>
public sealed class RetryTests : IAsyncDisposable
{
    static readonly int[] Delays = [1, 5, 25, 120, 300];
    readonly ManualTimeProvider _clock = new(Facts.Instant);
    readonly Guid _batch = Facts.NewId();
    EngineWorld _world = null!;
    EngineHost _host = null!;
    IReadOnlyList<Guid> _ids = [];
    bool _broken = true;

    static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact, Trait("Scenario", "S-708")]
    public async Task A_record_is_tried_after_1_5_25_120_and_300_seconds_and_then_given_up()
    {
        await StartAsync();
        var due = Facts.Instant;
        for (var retry = 1; retry <= Delays.Length; retry++)
        {
            due += TimeSpan.FromSeconds(Delays[retry - 1]);
            (await _world.ScalarAsync<DateTime>("select next_attempt_at from held_messages where attempts = $1", retry)).ShouldBe(
                due.UtcDateTime
            );
            await _clock.PassAsync(TimeSpan.FromSeconds(Delays[retry - 1]) - TimeSpan.FromMilliseconds(1), Token);
            await _clock.WhenAsleepAsync(Token);
            Failures.ShouldBe(retry);
            await _clock.PassAsync(TimeSpan.FromMilliseconds(1), Token);
            await Eventually.BecomesTrueAsync(
                async () => await _world.CountAsync("held_messages where attempts = $1", retry + 1) == 1,
                Token
            );
        }

        var letter = await _world.ScalarAsync<string>(
            "select concat_ws(' ', reason_code, reason, attempts, state, event_id) from dead_letters"
        );
        letter.ShouldBe($"TEST_BROKEN The test breaks it. 6 open {_ids[0]}");
        (await _world.ScalarAsync<bool>("select next_attempt_at = 'infinity' from held_messages where attempts = 6")).ShouldBeTrue();
        (await _world.CountAsync("effects")).ShouldBe(0);
        (await _world.CountAsync("held_messages")).ShouldBe(2);
    }

    [Fact, Trait("Scenario", "S-708")]
    public async Task A_process_tries_what_it_holds_when_its_time_comes_and_not_only_when_it_looks()
    {
        await StartAsync(retryInterval: TimeSpan.FromHours(1));
        await _clock.WhenAsleepAsync(Token);
        _broken = false;

        await _clock.PassAsync(TimeSpan.FromSeconds(Delays[0]), Token);

        await Eventually.BecomesTrueAsync(async () => await _world.CountAsync("held_messages") == 0, Token);
        (await _world.CountAsync("inbox where event_id = any($1)", _ids.ToArray())).ShouldBe(2);
    }

    [Fact, Trait("Scenario", "S-708"), Trait("Scenario", "S-709")]
    public async Task A_redriven_record_is_applied_once_and_its_followers_after_it()
    {
        await StartAsync();
        var letter = await GiveUpAsync();
        _broken = false;

        (await LettersAsync(desk => desk.RedriveAsync(letter, "operator-1", null, Token))).ShouldBe(Resolution.Done);
        (await LettersAsync(desk => desk.RedriveAsync(letter, "operator-2", null, Token))).ShouldBe(Resolution.NotOpen);
        await PassUntilAsync(TimeSpan.FromSeconds(1), async () => await _world.CountAsync("held_messages") == 0);

        (await _world.ColumnAsync<Guid>("select event_id from effects order by id")).ShouldBe(_ids);
        (await _world.ScalarAsync<string>("select state || ' ' || resolved_by from dead_letters")).ShouldBe("redriven operator-1");
    }

    [Fact, Trait("Scenario", "S-709")]
    public async Task A_redriven_record_that_fails_again_opens_its_dead_letter_again()
    {
        await StartAsync();
        var letter = await GiveUpAsync();

        await LettersAsync(desk => desk.RedriveAsync(letter, "operator-1", null, Token));
        await PassUntilAsync(TimeSpan.FromSeconds(300), async () => await _world.CountAsync("dead_letters where state = 'open'") == 1);

        (await _world.ScalarAsync<Guid>("select id from dead_letters")).ShouldBe(letter);
        (await _world.ScalarAsync<int>("select attempts from dead_letters")).ShouldBe(12);
        (
            await _world.ColumnAsync<string>("select concat_ws(' ', act, by, reason_code, attempts) from dead_letter_history order by seq")
        ).ShouldBe(["dead_lettered TEST_BROKEN 6", "redriven operator-1", "dead_lettered TEST_BROKEN 6"]);
        (await _world.CountAsync("effects")).ShouldBe(0);
    }

    [Fact, Trait("Scenario", "S-709")]
    public async Task A_discarded_record_lets_its_followers_go_on_without_it()
    {
        await StartAsync();
        var letter = await GiveUpAsync();

        (await LettersAsync(desk => desk.DiscardAsync(letter, "operator-1", "Known and harmless", Token))).ShouldBe(Resolution.Done);
        await PassUntilAsync(TimeSpan.FromSeconds(1), async () => await _world.CountAsync("held_messages") == 0);

        (await _world.ColumnAsync<Guid>("select event_id from effects")).ShouldBe([_ids[1]]);
        (await _world.ScalarAsync<string>("select concat_ws('|', state, resolved_by, note) from dead_letters")).ShouldBe(
            "discarded|operator-1|Known and harmless"
        );
    }

    [Theory, Trait("Scenario", "S-709")]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Of_two_operators_at_once_the_second_learns_what_the_first_has_done(bool redrive)
    {
        await StartAsync();
        var letter = await GiveUpAsync();
        await using var first = await _world.Sql.OpenConnectionAsync(Token);
        await using var transaction = await first.BeginTransactionAsync(Token);
        await using var settle = new NpgsqlCommand("update dead_letters set state = 'discarded'", first, transaction);
        await settle.ExecuteNonQueryAsync(Token);

        var second = LettersAsync(desk =>
            redrive ? desk.RedriveAsync(letter, "operator-2", null, Token) : desk.DiscardAsync(letter, "operator-2", "Known", Token)
        );
        await Eventually.BecomesTrueAsync(async () => await _world.IsWaitedForAsync(), Token);
        await transaction.CommitAsync(Token);

        (await second).ShouldBe(Resolution.NotOpen);
        (await _world.CountAsync("dead_letter_history where by = 'operator-2'")).ShouldBe(0);
    }

    [Fact]
    public async Task A_retry_goes_on_with_the_records_trace_and_a_redrive_links_to_it()
    {
        using var trace = new ListenedTrace();
        await StartAsync(trace.Place);
        var letter = await GiveUpAsync();
        var tries = trace.Processing(Topics.EssayContentProvisioned);
        tries.Count.ShouldBe(6);
        tries.ShouldAllBe(span => span.ParentSpanId == trace.Origin && span.Status == ActivityStatusCode.Error);
        tries[0].GetTagItem("error.type").ShouldBe("TEST_BROKEN");
        _broken = false;

        await LettersAsync(desk => desk.RedriveAsync(letter, "operator-1", null, Token));
        await PassUntilAsync(TimeSpan.FromSeconds(1), async () => await _world.CountAsync("held_messages") == 0);

        var redriven = trace.Processing(Topics.EssayContentProvisioned).Skip(tries.Count).ShouldHaveSingleItem();
        redriven.TraceId.ShouldNotBe(trace.Id);
        redriven.ParentSpanId.ShouldBe(default);
        redriven.Links.ShouldHaveSingleItem().Context.SpanId.ShouldBe(trace.Origin);
        (
            await _world.CountAsync(
                "log_records where topic = $1 and headers::jsonb ->> 'traceparent' = $2",
                Topics.BatchFileAdded,
                redriven.Id!
            )
        ).ShouldBe(1);
    }

    public async ValueTask DisposeAsync()
    {
        await _world.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    int Failures => _host.Script.Runs.Count(run => run.EventId == _ids[0]);

    async Task StartAsync(TraceContext? trace = null, TimeSpan? retryInterval = null)
    {
        _world = await EngineWorld.CreateAsync("retries");
        _ids = [Facts.NewId(), Facts.NewId()];
        await _world.FeedAsync(Envelopes.Of(Facts.Upload(_batch), _ids[0], trace: trace), Envelopes.Of(Facts.Upload(_batch), _ids[1]));
        _host = await _world.StartAsync(setup =>
        {
            setup.Clock = _clock;
            setup.Options.RetryInterval = retryInterval ?? TimeSpan.FromMilliseconds(1);
            setup.Script.Before = context =>
                _broken && context.MessageId == _ids[0]
                    ? Task.FromException(new ProcessingFailureException("TEST_BROKEN", "The test breaks it."))
                    : Task.CompletedTask;
        });
        await _world.DrainAsync(Token);
    }

    async Task<Guid> GiveUpAsync()
    {
        await PassUntilAsync(TimeSpan.FromSeconds(300), async () => await _world.CountAsync("dead_letters") == 1);
        return await _world.ScalarAsync<Guid>("select id from dead_letters");
    }

    Task PassUntilAsync(TimeSpan step, Func<Task<bool>> reached) =>
        Eventually.BecomesTrueAsync(
            async () =>
            {
                if (await reached())
                {
                    return true;
                }
                await _clock.PassAsync(step, Token);
                return false;
            },
            Token
        );

    async Task<Resolution> LettersAsync(Func<DeadLetterActs, Task<Resolution>> act)
    {
        await using var scope = _host.Services.CreateAsyncScope();
        return await act(scope.ServiceProvider.GetRequiredService<DeadLetterActs>());
    }
}
