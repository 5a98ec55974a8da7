using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Phase1.Messaging;
using Phase1.Tests.Infrastructure;
using Phase1.Tests.Infrastructure.Engine;

namespace Phase1.Integration.Tests.Messaging.Engine;

/// <summary>The engine's own rows go when they are old, slice by slice, and those that are young or still needed stay.</summary>
[Trait("Scenario", "S-721")]
public sealed class RetentionTests : EngineTests
{
    [Fact]
    public async Task Inbox_answers_and_tombstones_go_by_their_age()
    {
        await using var world = await CreateWorldAsync("oldrows");
        await world.ExecuteAsync(
            $"""
            insert into inbox (event_id, consumer, topic, correlation_id, outcome, processed_at)
                select gen_random_uuid(), 'x', 'x', gen_random_uuid(), 'applied', {Ago("15")} from generate_series(1, 25);
            insert into inbox (event_id, consumer, topic, correlation_id, outcome, processed_at)
                values (gen_random_uuid(), 'x', 'young', gen_random_uuid(), 'applied', {Ago("14")});
            insert into idempotent_requests (user_id, key, request_hash, status, response, expires_at)
                values ('t', 'old', '', 200, '', {Ago("0.01")}), ('t', 'young', '', 200, '', {Ago("0")});
            insert into deleted_batches (batch_id, owner_user_id, deleted_at) values
                (gen_random_uuid(), 'old', {Ago("401")}), (gen_random_uuid(), 'young', {Ago("400")})
            """
        );

        await RunAsync(world);

        (await world.ColumnAsync<string>("select topic from inbox")).ShouldBe(["young"]);
        (await world.ColumnAsync<string>("select key from idempotent_requests")).ShouldBe(["young"]);
        (await world.ColumnAsync<string>("select owner_user_id from deleted_batches")).ShouldBe(["young"]);
    }

    [Fact]
    public async Task Dead_letters_go_with_their_history_and_what_is_open_and_young_stays()
    {
        await using var world = await CreateWorldAsync("oldletters");
        await LetterAsync(world, "open, old", "open", failed: 401, resolved: null);
        await LetterAsync(world, "open, young", "open", failed: 400, resolved: null);
        await LetterAsync(world, "settled, old", "discarded", failed: 300, resolved: 91);
        await LetterAsync(world, "settled, young", "redriven", failed: 300, resolved: 90);
        await world.ExecuteAsync(
            $"""
            insert into held_messages (consumer, record_key, event_id, topic, partition, log_offset, envelope, held_at, attempts, next_attempt_at,
                                       dead_letter_id)
            select 'tally_service', reason, gen_random_uuid(), 'x', 0, 0, '', {Ago(
                "300"
            )}, 6, 'infinity', id from dead_letters where state = 'open'
            """
        );

        await RunAsync(world);

        (await world.ColumnAsync<string>("select reason from dead_letters order by 1")).ShouldBe(["open, young", "settled, young"]);
        (await world.CountAsync("dead_letter_history")).ShouldBe(2);
        (await world.CountAsync("dead_letter_accesses")).ShouldBe(2);
        (await world.ColumnAsync<string>("select record_key from held_messages")).ShouldBe(["open, young"]);
    }

    [Fact]
    public async Task A_row_that_somebody_holds_keeps_nobody_waiting()
    {
        await using var world = await CreateWorldAsync("heldrow");
        await world.ExecuteAsync(
            $"""
            insert into deleted_batches (batch_id, owner_user_id, deleted_at) values
                (gen_random_uuid(), 'held', {Ago("402")}), (gen_random_uuid(), 'free', {Ago("401")})
            """
        );
        await using var holder = await world.Sql.OpenConnectionAsync(Token);
        await using var transaction = await holder.BeginTransactionAsync(Token);
        await using var hold = new NpgsqlCommand(
            "select from deleted_batches where owner_user_id = 'held' for update",
            holder,
            transaction
        );
        await hold.ExecuteNonQueryAsync(Token);

        await RunAsync(world);

        (await world.ColumnAsync<string>("select owner_user_id from deleted_batches")).ShouldBe(["held"]);
    }

    // Rows are made as old as a test needs them: the engine's clock stands at that instant when it starts.
    static string Ago(string days) => $"'{Facts.Instant:u}'::timestamptz - interval '{days} days'";

    static async Task LetterAsync(EngineWorld world, string reason, string state, int failed, int? resolved) =>
        await world.ExecuteAsync(
            $"""
            with letter as (
                insert into dead_letters (id, consumer, origin, topic, partition, log_offset, body, reason_code, reason, attempts, first_failed_at,
                                          last_failed_at, state, resolved_at)
                values (gen_random_uuid(), 'tally_service', 'log', 'x', 0, 0, convert_to('{reason}', 'UTF8'), 'X', '{reason}', 1, {Ago(
                $"{failed}"
            )},
                        {Ago($"{failed}")}, '{state}', {(resolved is { } days ? Ago($"{days}") : "null")})
                returning id),
            history as (insert into dead_letter_history (dead_letter_id, act, at) select id, 'dead_lettered', {Ago(
                $"{failed}"
            )} from letter)
            insert into dead_letter_accesses (id, dead_letter_id, read_by, read_at) select gen_random_uuid(), id, 'op', {Ago(
                "1"
            )} from letter
            """
        );

    static async Task RunAsync(EngineWorld world)
    {
        var ticks = 0;
        await using var host = await world.StartAsync(setup =>
        {
            setup.Clock = new ManualTimeProvider(Facts.Instant);
            setup.Configure = services =>
            {
                // The smallest slices: what is old takes many.
                services.AddSingleton(new RetentionOptions { Slice = 10 });
                services.AddScoped<IRetentionStep>(_ => new Step(() => ticks++));
            };
        });
        await Eventually.BecomesTrueAsync(() => Task.FromResult(ticks > 0), Token);
    }

    // Its turn comes when the tables' is over.
    sealed class Step(Action run) : IRetentionStep
    {
        public Task<bool> RunSliceAsync(CancellationToken cancellationToken)
        {
            run();
            return Task.FromResult(false);
        }
    }
}
