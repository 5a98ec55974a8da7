using System.Diagnostics;
using Phase1.Benchmarks.Engine;
using Phase1.Events;
using Phase1.Messaging.Log;
using Phase1.Servers.Processes;

namespace Phase1.Benchmarks.Endurance;

/// <summary>Messages for the measured service at a steady rate, well below what it can do.</summary>
/// <param name="log">The log.</param>
/// <param name="postgres">The first process of the server that it and the service are on.</param>
sealed class SteadyStream(ILog log, int postgres)
{
    const int MessagesASecond = 1_000;
    const int MessagesASaga = 10;
    static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(100);
    static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    long _fed;

    /// <summary>Feeds for so long, waits until all is delivered, and answers what it cost.</summary>
    public async Task<StreamFigures> RunAsync(TimeSpan time)
    {
        var (began, used, before) = (Stopwatch.GetTimestamp(), Used(), _fed);
        while (Stopwatch.GetElapsedTime(began) is var elapsed && elapsed < time)
        {
            var due = before + (long)(MessagesASecond * elapsed.TotalSeconds);
            await log.PublishAsync([.. Messages((int)(due - _fed))], CancellationToken.None);
            _fed = due;
            await Task.Delay(Interval, TimeProvider.System);
        }
        var end = Stopwatch.GetTimestamp();
        while (await DeliveredAsync() < _fed)
        {
            if (Stopwatch.GetElapsedTime(end) > Patience)
            {
                throw new TimeoutException($"{await DeliveredAsync()} of {_fed} messages were delivered.");
            }
            await Task.Delay(Interval, TimeProvider.System);
        }
        return new(_fed - before, Used() - used, Stopwatch.GetElapsedTime(end));
    }

    static IEnumerable<OutgoingRecord> Messages(int count)
    {
        var now = TimeProvider.System.GetUtcNow();
        var batch = Guid.CreateVersion7(now);
        for (var i = 0; i < count; i++)
        {
            if (i % MessagesASaga == 0)
            {
                batch = Guid.CreateVersion7(now);
            }
            yield return BenchRecord.Of("", Guid.CreateVersion7(now), batch, "bench-teacher", now);
        }
    }

    async Task<long> DeliveredAsync() =>
        (await log.EndOffsetsAsync([Topics.BatchStatusChanged], CancellationToken.None)).Sum(end => end.Offset);

    TimeSpan Used() => Environment.CpuUsage.TotalTime + ProcessorTime.OfFamily(postgres);
}

/// <summary>What a part of the stream came to.</summary>
/// <param name="Messages">How many messages.</param>
/// <param name="Used">The processor time of the service and of PostgreSQL.</param>
/// <param name="Behind">How long it took after the last was fed until all were delivered.</param>
sealed record StreamFigures(long Messages, TimeSpan Used, TimeSpan Behind)
{
    public double MicrosecondsAMessage => Used.TotalMicroseconds / Messages;
}
