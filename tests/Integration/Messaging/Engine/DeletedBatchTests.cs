using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Phase1.Events;
using Phase1.Messaging;
using Phase1.Messaging.Log;
using Phase1.Tests.Infrastructure.Engine;

namespace Phase1.Integration.Tests.Messaging.Engine;

/// <summary>A record that deletes a batch goes before everything that is held of it, and after it the batch is told of in vain.</summary>
[Trait("Scenario", "S-720")]
public sealed class DeletedBatchTests : EngineTests
{
    [Fact]
    public async Task What_fails_of_a_batch_and_what_waits_behind_it_does_not_keep_the_deletion_waiting()
    {
        await using var world = await CreateWorldAsync("deletion");
        var (bad, good) = (Facts.NewId(), Facts.NewId());
        await using var host = await world.StartAsync(setup =>
        {
            Deletes(setup);
            setup.Script.Before = context =>
                context.Message.BatchId == bad ? throw new InvalidOperationException("always") : Task.CompletedTask;
        });
        await world.FeedAsync(Facts.Upload(bad), Facts.Upload(good), Facts.Upload(bad));
        await world.DrainAsync(Token);
        (await world.CountAsync("held_messages")).ShouldBe(2);

        await world.FeedAsync(Deleted(bad));
        await DeletesAsync(world, bad);

        (await world.CountAsync("held_messages")).ShouldBe(0);
        (await world.ColumnAsync<Guid>("select batch_id from effects")).ShouldBe([good]);
        (await world.ColumnAsync<Guid>("select batch_id from deleted_batches")).ShouldBe([bad]);
    }

    [Fact]
    public async Task In_one_poll_the_deletion_takes_what_came_before_it_and_what_comes_behind_is_stale()
    {
        await using var world = await CreateWorldAsync("onepoll");
        var (batch, other) = (Facts.NewId(), Facts.NewId());
        await world.FeedAsync(Facts.Upload(batch), Facts.Upload(other));
        await world.FeedAsync(Deleted(batch));
        var late = await world.FeedAsync(Facts.Upload(batch), Facts.Upload(other));

        await using var host = await world.StartAsync(Deletes);
        await DeletesAsync(world, batch);
        await world.DrainAsync(Token);
        var later = await world.FeedAsync(Facts.Upload(batch));
        await world.DrainAsync(Token);

        (await world.ColumnAsync<Guid>("select batch_id from effects")).ShouldBe([other, other]);
        (await world.ScalarAsync<string>("select outcome from inbox where event_id = $1", later[0])).ShouldBe("stale");
        (await world.ScalarAsync<string>("select outcome from inbox where event_id = $1", late[1])).ShouldBe("applied");
    }

    [Fact]
    public async Task A_dead_letter_of_a_deleted_batch_goes_and_a_record_that_would_be_one_makes_none()
    {
        await using var world = await CreateWorldAsync("deletedletter");
        var batch = Facts.NewId();
        await using var host = await world.StartAsync(setup =>
        {
            Deletes(setup);
            setup.Script.Before = _ => throw new ContractViolationException("CONTRADICTORY_FACT", "always");
        });
        await world.FeedAsync(Facts.Upload(batch));
        await world.DrainAsync(Token);
        (await world.CountAsync("dead_letters")).ShouldBe(1);

        await world.FeedAsync(Deleted(batch));
        await DeletesAsync(world, batch);
        await world.FeedAsync(Facts.Upload(batch));
        await world.DrainAsync(Token);

        (await world.CountAsync("dead_letters")).ShouldBe(0);
        (await world.CountAsync("dead_letter_history")).ShouldBe(0);
    }

    [Fact]
    public async Task A_record_of_the_batch_that_could_not_even_be_read_goes_by_its_key()
    {
        await using var world = await CreateWorldAsync("unreadable");
        var (batch, other) = (Facts.NewId(), Facts.NewId());
        await using var host = await world.StartAsync(Deletes);
        await world.FeedAsync(
            Envelopes.Raw(Topics.EssayContentProvisioned, batch.ToString(), "no json"),
            Envelopes.Raw(Topics.EssayContentProvisioned, other.ToString(), "no json")
        );
        await world.DrainAsync(Token);

        await world.FeedAsync(Deleted(batch));
        await DeletesAsync(world, batch);

        (await world.ColumnAsync<string>("select record_key from dead_letters")).ShouldBe([other.ToString()]);
        (await world.CountAsync("dead_letter_history")).ShouldBe(1);
    }

    [Fact]
    public async Task A_broken_record_that_comes_after_the_deletion_under_the_key_of_the_batch_or_with_its_name_makes_no_dead_letter()
    {
        await using var world = await CreateWorldAsync("brokenafter");
        var (batch, other) = (Facts.NewId(), Facts.NewId());
        await using var host = await world.StartAsync(Deletes);
        await world.FeedAsync(Deleted(batch));
        await DeletesAsync(world, batch);

        var whole = Envelopes.Of(Facts.Upload(batch), Facts.NewId());
        await world.FeedAsync(
            Envelopes.Raw(Topics.EssayContentProvisioned, batch.ToString().ToUpperInvariant(), "no json"),
            whole with
            {
                Key = other.ToString(),
            },
            Incomplete(batch, key: Facts.NewId().ToString()),
            Envelopes.Raw(Topics.EssayContentProvisioned, other.ToString(), "no json")
        );
        await world.DrainAsync(Token);

        (await world.ColumnAsync<string>("select record_key from dead_letters")).ShouldBe([other.ToString()]);
        (await world.ColumnAsync<string>("select reason_code from dead_letters")).ShouldBe([ViolationCodes.MalformedJson]);
    }

    [Fact]
    public async Task A_dead_letter_under_another_key_goes_with_the_batch_that_it_names()
    {
        await using var world = await CreateWorldAsync("named");
        var (batch, other) = (Facts.NewId(), Facts.NewId());
        await using var host = await world.StartAsync(Deletes);
        await world.FeedAsync(
            Envelopes.Of(Facts.Upload(batch), Facts.NewId()) with
            {
                Key = other.ToString(),
            },
            Incomplete(batch, key: "anything"),
            Incomplete(other, key: batch.ToString())
        );
        await world.DrainAsync(Token);
        (await world.CountAsync("dead_letters where batch_id = $1", batch)).ShouldBe(2);

        await world.FeedAsync(Deleted(batch));
        await DeletesAsync(world, batch);

        (await world.ColumnAsync<Guid>("select batch_id from dead_letters")).ShouldBe([other]);
    }

    [Fact]
    public async Task A_deletion_waits_for_whoever_writes_the_first_row_of_its_batch()
    {
        await using var world = await CreateWorldAsync("firstrow");
        var batch = Facts.NewId();
        await using var host = await world.StartAsync(Deletes);
        await using var writer = await world.Sql.OpenConnectionAsync(Token);
        await using var transaction = await writer.BeginTransactionAsync(Token);
        await using var write = new NpgsqlBatch(writer, transaction)
        {
            BatchCommands =
            {
                new("select pg_advisory_xact_lock(hashtextextended($1::text, 0))") { Parameters = { new() { Value = batch } } },
                new("insert into effects (event_id, batch_id, upload_id) values ($1, $1, $1)") { Parameters = { new() { Value = batch } } },
            },
        };
        await write.ExecuteNonQueryAsync(Token);

        await world.FeedAsync(Deleted(batch));
        await Eventually.BecomesTrueAsync(async () => await world.IsWaitedForAsync(), Token);
        await transaction.CommitAsync(Token);
        await DeletesAsync(world, batch);

        (await world.CountAsync("effects")).ShouldBe(0);
    }

    [Fact]
    public async Task A_batch_that_is_deleted_twice_is_deleted()
    {
        await using var world = await CreateWorldAsync("deletedtwice");
        var batch = Facts.NewId();
        var host = await world.StartAsync(setup => setup.Runs = false);

        for (var time = 0; time < 2; time++)
        {
            await host.WorkAsync(
                async (work, services) =>
                {
                    await work.BeginAsync(Token);
                    await services.GetRequiredService<BatchRows>().DeleteAsync(work, [(batch, Facts.Teacher)], Token);
                    await work.CommitAsync(Token);
                }
            );
        }

        (await world.ColumnAsync<Guid>("select batch_id from deleted_batches")).ShouldBe([batch]);
    }

    /// <summary>A record of the batch that lacks a required field.</summary>
    static OutgoingRecord Incomplete(Guid batch, string key)
    {
        var whole = JsonNode.Parse(Envelopes.Of(Facts.Upload(batch), Facts.NewId()).Body.Span)!;
        whole["data"]!.AsObject().Remove("text_storage_id");
        return Envelopes.Raw(Topics.EssayContentProvisioned, key, whole.ToJsonString());
    }

    static void Deletes(EngineSetup setup) =>
        setup.Handles = handled =>
            handled
                .AddConsumer<EffectConsumer>()
                .AddConsumer<BatchDeletionConsumer<BatchDeleted>>()
                .AddStateMachine<TallyMachine, Tally>()
                .Keep(new BatchTable("effects"), new BatchTable("tallies", "correlation_id = any($1)"));

    static Task DeletesAsync(EngineWorld world, Guid batch) =>
        Eventually.BecomesTrueAsync(async () => await world.CountAsync("deleted_batches where batch_id = $1", batch) == 1, Token);

    static BatchDeleted Deleted(Guid batch) =>
        new()
        {
            BatchId = batch,
            UserId = Facts.Teacher,
            Reason = DeletionReason.Teacher,
            TextStorageIds = [],
            OccurredAt = Facts.Instant,
        };
}
