using System.Diagnostics;
using Phase1.Messaging.Log;

namespace Phase1.Integration.Tests.Messaging.Compliance;

/// <summary>Reading as the suites read.</summary>
static class LogReading
{
    public static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(20);

    /// <summary>Polls until so many records have come, or patience ends; what came is returned either way.</summary>
    public static async Task<IReadOnlyList<LogRecord>> TakeAsync(
        this ILogConsumer member,
        int count,
        TimeSpan patience,
        CancellationToken cancellationToken
    )
    {
        var started = Stopwatch.GetTimestamp();
        var records = new List<LogRecord>();
        while (records.Count < count && Stopwatch.GetElapsedTime(started) < patience)
        {
            records.AddRange((await member.PollAsync(count - records.Count, Glance, cancellationToken)).Records);
        }
        return records;
    }
}
