using System.Diagnostics;
using Npgsql;
using Phase1.Events;
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

    static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(5);

    const string CountOutgoing =
        "select coalesce(sum(next_offset), 0)::bigint from log_partitions join log_topics using (topic_id) where name = $1";

    public async Task<EngineFigures> RunAsync()
    {
        await PrepareAsync();
        await using var database = NpgsqlDataSource.Create(connectionString);
        using var host = BenchHost.Build(
            connectionString,
            new() { PollSize = pollSize, Lanes = lanes },
            services => services.AddPostgresLog(connectionString)
        );
        var unharmed = Enumerable.Range(0, messages).Count(message => !IsPoisonOrBehind(message));
        var allocated = GC.GetTotalAllocatedBytes();
        var began = Stopwatch.GetTimestamp();
        await host.StartAsync();
        while (await OutgoingAsync(database) < unharmed)
        {
            await Task.Delay(Interval, TimeProvider.System);
        }
        var elapsed = Stopwatch.GetElapsedTime(began);
        allocated = GC.GetTotalAllocatedBytes() - allocated;
        await host.StopAsync();
        return new(messages / elapsed.TotalSeconds, (double)allocated / messages);
    }

    bool IsPoisonOrBehind(int message) => poison && IsSick(message) && message / batches >= PoisonAt(message);

    bool IsPoison(int message) => poison && IsSick(message) && message / batches == PoisonAt(message);

    bool IsSick(int message) => message % batches % SickBatches == 0;

    int PoisonAt(int message) => message % batches / SickBatches % 10;

    async Task PrepareAsync()
    {
        await BenchDatabase.MakeAnewAsync(connectionString);
        await using var log = new PostgresLog(new PostgresLogOptions { ConnectionString = connectionString });
        await log.EnsureTopicsAsync([.. Topics.All], Topics.DefaultPartitions, CancellationToken.None);
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
            var user = IsPoison(i) ? BenchSagaMachine.PoisonedUser : "bench-teacher";
            yield return BenchRecord.Of("", Guid.CreateVersion7(now), ids[i % batches], user, now);
        }
    }

    static async Task<long> OutgoingAsync(NpgsqlDataSource database)
    {
        await using var command = database.CreateCommand(CountOutgoing);
        command.Parameters.Add(new() { Value = Topics.BatchStatusChanged });
        return (long)(await command.ExecuteScalarAsync())!;
    }
}
