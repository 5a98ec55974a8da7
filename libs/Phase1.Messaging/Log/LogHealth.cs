using Microsoft.Extensions.Logging;
using Phase1.Messaging.Telemetry;

namespace Phase1.Messaging.Log;

/// <summary>What about the log somebody should look at: groups that are behind, records that a group has lost, topics that are set up badly.</summary>
public sealed partial class LogHealth
{
    readonly EngineMetrics _metrics;
    readonly ILogger<LogHealth> _logger;
    IReadOnlyList<string> _behind = [];
    IReadOnlyList<string> _setUp = [];

    internal LogHealth(EngineMetrics metrics, ILogger<LogHealth> logger) => (_metrics, _logger) = (metrics, logger);

    /// <summary>One sentence for each thing; empty when all is well.</summary>
    public IReadOnlyList<string> Warnings =>
        [.. _behind.Select(group => $"Group {group} has not read records that are older than the log's retention."), .. _setUp];

    /// <summary>Says which groups have still to read what is older than the log keeps records.</summary>
    /// <param name="groups">All of them; whoever was named before and is not any more has caught up.</param>
    public void Behind(IReadOnlyList<string> groups)
    {
        _behind = groups;
        _metrics.LogGroupsBehind = groups.Count;
    }

    /// <summary>Tells what the group has lost: records that went before it had read them. It goes on behind them.</summary>
    /// <param name="group">The group.</param>
    /// <param name="poll">The poll that met the gap; most have none.</param>
    public void Tell(string group, LogPoll poll)
    {
        foreach (var lost in poll.Lost)
        {
            _metrics.Lost(lost.To - lost.From);
            LogLost(group, lost.To - lost.From, lost.Topic, lost.Partition, lost.From, lost.To - 1);
        }
    }

    internal void SetUp(IReadOnlyList<string> warnings)
    {
        _setUp = warnings;
        foreach (var warning in warnings)
        {
            LogSetUp(warning);
        }
    }

    [LoggerMessage(
        LogLevel.Error,
        "Group {Group} has lost {Count} records of {Topic}, partition {Partition}, offsets {First} to {Last}: they went before it read them"
    )]
    partial void LogLost(string group, long count, string topic, int partition, long first, long last);

    [LoggerMessage(LogLevel.Warning, "The log is not set up as it should be: {Warning}")]
    partial void LogSetUp(string warning);
}
