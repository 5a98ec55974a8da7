using Microsoft.Extensions.Logging;
using Phase1.Messaging.Background;
using Phase1.Messaging.Log;
using Phase1.Messaging.Records;
using Phase1.Messaging.Rounds;
using Phase1.Messaging.Tables;

namespace Phase1.Messaging.Loops;

/// <summary>
/// One member of the service's consumer group: poll, one transaction, offsets, again. Where it begins, the service's database says. Transient
/// errors pause it and repeat the same poll; a lost partition makes it forget the poll, since the new owner has it.
/// </summary>
sealed partial class PumpLane(
    ILog log,
    Subscriptions subscriptions,
    PartitionFence fence,
    OwnOffsets offsets,
    RoundRunner rounds,
    RecordAdmission admission,
    LogHealth health,
    MessagingOptions options,
    WorkTicks ticks,
    ILogger<PumpLane> logger
)
{
    readonly WorkTick _tick = ticks.Of(nameof(RecordPump));
    readonly BackOff _backOff = new(options);
    readonly string _group = options.TopicPrefix + options.ServiceName;

    public async Task RunAsync(CancellationToken stoppingToken)
    {
        await using var consumer = log.Join(_group, subscriptions.Topics);
        while (!stoppingToken.IsCancellationRequested)
        {
            _tick.Begin();
            await TurnAsync(consumer, stoppingToken);
            _tick.End("done", options.LongestBackOff);
        }
    }

    async Task TurnAsync(ILogConsumer consumer, CancellationToken stoppingToken)
    {
        try
        {
            var poll = await consumer.PollAsync(options.PollSize, options.PollWait, stoppingToken);
            _tick.Partitions = [.. poll.Owned.Keys];
            await fence.FollowAsync(poll.Owned, stoppingToken);
            if (await offsets.SetBackAsync(consumer, poll, stoppingToken))
            {
                fence.Forget();
                return;
            }
            health.Tell(_group, poll);
            if (poll.Records.Count > 0)
            {
                await ProcessAsync(consumer, poll.Records, stoppingToken);
            }
            if (poll.Moves)
            {
                // The transaction has committed, so store the offsets even while stopping; otherwise the poll is delivered again.
                await consumer.CommitAsync(CancellationToken.None);
            }
            _backOff.Reset();
        }
        catch (FencedException)
        {
            LogFenced();
            await ForgetAsync(consumer, stoppingToken);
        }
        catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
        {
            LogTrouble(Failure.Of(exception).Reason);
            await _backOff.WaitAsync(stoppingToken);
            await ForgetAsync(consumer, stoppingToken);
        }
        catch (Exception)
        {
            // The service stops. A library that ran a consumer may have wrapped the cancellation in an exception of its own.
            LogStopping();
        }
    }

    async Task ProcessAsync(ILogConsumer consumer, IReadOnlyList<LogRecord> polled, CancellationToken stoppingToken)
    {
        while (true)
        {
            try
            {
                var records = polled.Select(record => InboundRecord.Receive(record, admission)).ToList();
                await rounds.RunAsync(records, fence, stoppingToken);
                return;
            }
            catch (Exception exception) when (exception is not FencedException && !stoppingToken.IsCancellationRequested)
            {
                LogTrouble(Failure.Of(exception).Reason);
                await _backOff.WaitAsync(stoppingToken);
                await StandByAsync(consumer, stoppingToken);
            }
        }
    }

    // Nothing is read until the poll is done. If the partition is lost meanwhile, the fence decides who may commit the poll.
    async Task StandByAsync(ILogConsumer consumer, CancellationToken stoppingToken)
    {
        try
        {
            await consumer.StandByAsync(stoppingToken);
        }
        catch (LogUnavailableException exception)
        {
            LogTrouble(Failure.Of(exception).Reason);
        }
    }

    async Task ForgetAsync(ILogConsumer consumer, CancellationToken stoppingToken)
    {
        try
        {
            fence.Forget();
            await consumer.ResetAsync(stoppingToken);
        }
        catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
        {
            LogTrouble(Failure.Of(exception).Reason);
        }
    }

    [LoggerMessage(LogLevel.Warning, "Consuming pauses and will be tried again: {Reason}")]
    partial void LogTrouble(string reason);

    [LoggerMessage(LogLevel.Warning, "A partition has another owner now; the poll is left to it")]
    partial void LogFenced();

    [LoggerMessage(LogLevel.Debug, "Consuming stops")]
    partial void LogStopping();
}
