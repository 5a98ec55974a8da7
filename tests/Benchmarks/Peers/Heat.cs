using System.Diagnostics;
using Npgsql;
using Phase1.Events;
using Phase1.Messaging.Log;
using Phase1.Tests.Infrastructure;
using Phase1.Tests.Infrastructure.Kafka;

namespace Phase1.Benchmarks.Peers;

/// <summary>
/// One run of one contender. The messages are on the log before it starts; the clock runs from the moment when the first quarter is delivered, so
/// that neither its start nor the compiler is measured. Every message must have been counted once in the end, or there are no figures.
/// </summary>
sealed class Heat(IContender contender, PostgresServer postgres, KafkaBroker broker)
{
    static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(20);
    static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    public async Task<HeatFigures> RunAsync()
    {
        await using var database = await postgres.CreateDatabaseAsync("peer");
        await using var kafka = await KafkaNamespace.OpenAsync(broker);
        var course = new Course(database.ConnectionString, kafka.BootstrapServers, kafka.Prefix);
        await contender.PrepareAsync(course);
        var log = contender.OpenLog(course);
        await using var logCloses = (IAsyncDisposable)log;
        var (warmUp, all) = (contender.Messages / 3, contender.Messages / 3 + contender.Messages);
        await FeedAsync(log, course, all);
        var host = contender.Build(course);
        // Some of them close their clients only then, and wait for it.
        await using var hostCloses = (IAsyncDisposable)host;
        await host.StartAsync();
        var outgoing = course.Prefix + contender.Outgoing;
        var from = await DeliveredAsync(log, outgoing, warmUp);
        var (began, used) = (Stopwatch.GetTimestamp(), Read());
        var to = await DeliveredAsync(log, outgoing, all);
        var (elapsed, processors) = (Stopwatch.GetElapsedTime(began), Read() - used);
        await host.StopAsync();
        await VerifyAsync(database.DataSource, all);
        return new(to - from, elapsed, processors);
    }

    Processors Read() => Processors.Read(postgres.ProcessId, broker.ProcessId);

    async Task FeedAsync(ILog log, Course course, int messages)
    {
        string[] topics = [course.Prefix + contender.Incoming, course.Prefix + contender.Outgoing];
        await log.EnsureTopicsAsync(topics, Topics.DefaultPartitions, CancellationToken.None);
        foreach (var records in Assignment.Take(messages).Select(message => contender.ToRecord(course, message)).Chunk(1000))
        {
            await log.PublishAsync(records, CancellationToken.None);
        }
    }

    /// <summary>Waits until so many messages are delivered, and answers how many there are then.</summary>
    async Task<long> DeliveredAsync(ILog log, string topic, int messages)
    {
        var began = Stopwatch.GetTimestamp();
        while (true)
        {
            var delivered = (await log.EndOffsetsAsync([topic], CancellationToken.None)).Sum(end => end.Offset);
            if (delivered >= messages)
            {
                return delivered;
            }
            if (Stopwatch.GetElapsedTime(began) > Patience)
            {
                throw new TimeoutException($"{contender.Name} has delivered {delivered} of {messages} messages and no more.");
            }
            await Task.Delay(Interval, TimeProvider.System);
        }
    }

    async Task VerifyAsync(NpgsqlDataSource database, int messages)
    {
        await using var command = database.CreateCommand(contender.CountedFiles);
        if (await command.ExecuteScalarAsync() is var counted && !Equals(counted, (long)messages))
        {
            throw new InvalidOperationException($"{contender.Name} has counted {counted} files where {messages} were added.");
        }
    }
}

/// <summary>What a run came to.</summary>
/// <param name="Messages">How many were delivered while it was measured.</param>
/// <param name="Elapsed">How long that took.</param>
/// <param name="Used">The processor time of it.</param>
sealed record HeatFigures(long Messages, TimeSpan Elapsed, Processors Used)
{
    public double MessagesASecond => Messages / Elapsed.TotalSeconds;

    public double MicrosecondsAMessage(Func<Processors, TimeSpan> of) => of(Used).TotalMicroseconds / Messages;
}
