using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;
using Phase1.Events;
using Phase1.Messaging;
using Phase1.Messaging.Log;
using Phase1.Messaging.Postgres;

namespace Phase1.Benchmarks.Engine;

/// <summary>
/// The real path: records on the log, through the unit of work and the state machine, into the outbox, by the relay back onto the log. The clock
/// runs from the start of the engine until the last outgoing event stands on the log.
/// </summary>
/// <param name="connectionString">The database of the service and of the log.</param>
/// <param name="messages">How many records.</param>
/// <param name="batches">How many batches they are of, in turns.</param>
/// <param name="pollSize">How many records a transaction takes at most.</param>
/// <param name="lanes">How many workers there are.</param>
/// <param name="poison">
/// Whether every tenth batch has a record that always fails, somewhere among its first ten; then nothing is waited for but what must not be held up:
/// all records of the other batches, and those before the failing one.
/// </param>
sealed class EngineRun(string connectionString, int messages, int batches, int pollSize, int lanes, bool poison = false)
{
    const int SickBatches = 10;

    const string CountOutgoing =
        "select coalesce(sum(next_offset), 0)::bigint from log_partitions join log_topics using (topic_id) where name = $1";

    static int _runs;

    // Topics of its own for every run: the log keeps what it has.
    readonly string _prefix = $"run{Interlocked.Increment(ref _runs)}.";

    public async Task<double> MessagesASecondAsync()
    {
        await using var database = NpgsqlDataSource.Create(connectionString);
        await PrepareAsync(database);
        using var host = BuildHost();
        var unharmed = Enumerable.Range(0, messages).Count(message => !IsPoisonOrBehind(message));
        var began = Stopwatch.GetTimestamp();
        await host.StartAsync();
        while (await OutgoingAsync(database) < unharmed)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(5), TimeProvider.System);
        }
        var elapsed = Stopwatch.GetElapsedTime(began);
        await host.StopAsync();
        return messages / elapsed.TotalSeconds;
    }

    bool IsPoisonOrBehind(int message) => poison && IsSick(message) && message / batches >= PoisonAt(message);

    bool IsPoison(int message) => poison && IsSick(message) && message / batches == PoisonAt(message);

    bool IsSick(int message) => message % batches % SickBatches == 0;

    int PoisonAt(int message) => message % batches / SickBatches % 10;

    IHost BuildHost()
    {
        var builder = Host.CreateApplicationBuilder();
        // Of each record that is held a warning would tell, and MassTransit would; the services have that one be silent too.
        builder.Logging.SetMinimumLevel(LogLevel.Error);
        builder.Logging.AddFilter("MassTransit", LogLevel.None);
        builder.Services.AddPostgresLog(connectionString);
        builder.Services.AddPhase1Messaging<BenchContext>(
            connectionString,
            new MessagingOptions
            {
                ServiceName = "bench",
                TopicPrefix = _prefix,
                PollSize = pollSize,
                Lanes = lanes,
            },
            messaging => messaging.AddStateMachine<BenchSagaMachine, BenchSaga>()
        );
        return builder.Build();
    }

    async Task PrepareAsync(NpgsqlDataSource database)
    {
        await using (var context = new BenchContext(new DbContextOptionsBuilder<BenchContext>().UseNpgsql(connectionString).Options))
        {
            await using var command = database.CreateCommand(
                "drop table if exists inbox, outbox, held_messages, dead_letter_history, dead_letters, dead_letter_accesses, partition_owners, idempotent_requests, tallies; "
                    + context.Database.GenerateCreateScript()
            );
            await command.ExecuteNonQueryAsync();
        }
        await using var log = new PostgresLog(new PostgresLogOptions { ConnectionString = connectionString });
        await log.EnsureTopicsAsync([.. Topics.All.Select(topic => _prefix + topic)], Topics.DefaultPartitions, CancellationToken.None);
        foreach (var records in Incoming().Chunk(1000))
        {
            await log.PublishAsync(records, CancellationToken.None);
        }
    }

    IEnumerable<OutgoingRecord> Incoming()
    {
        var now = TimeProvider.System.GetUtcNow();
        var ids = Enumerable.Range(0, batches).Select(_ => Guid.CreateVersion7(now)).ToArray();
        for (var i = 0; i < messages; i++)
        {
            // As if recorded by a service that is as fast as ours: ids of one instant would hit the inbox's index at random.
            now += TimeSpan.FromMicroseconds(60);
            var fact = new BatchFileAdded
            {
                BatchId = ids[i % batches],
                FileUploadId = Guid.CreateVersion7(now),
                UserId = IsPoison(i) ? BenchSagaMachine.PoisonedUser : "bench-teacher",
                Timestamp = now,
            };
            var stamp = new EnvelopeStamp(Guid.CreateVersion7(now), now, ServiceNames.FileIntake, Guid.CreateVersion7(now));
            yield return new(_prefix + Topics.Of(fact), fact.BatchId.ToString(), EnvelopeSerializer.Write(fact, stamp), "{}");
        }
    }

    async Task<long> OutgoingAsync(NpgsqlDataSource database)
    {
        await using var command = database.CreateCommand(CountOutgoing);
        command.Parameters.Add(new() { Value = _prefix + Topics.BatchStatusChanged });
        return (long)(await command.ExecuteScalarAsync())!;
    }
}
