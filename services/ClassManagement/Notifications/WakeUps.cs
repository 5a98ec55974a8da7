using StackExchange.Redis;

namespace Phase1.ClassManagement.Notifications;

/// <summary>
/// Carries the wake-up of one process to the streams of all others, over Redis where it is configured. Nothing depends on it: a wake-up that is
/// lost, because Redis is away or was emptied, costs a stream one turn.
/// </summary>
sealed class WakeUps(RedisOptions options, NotificationSignal signal, TimeProvider clock, ILogger<WakeUps> logger) : BackgroundService
{
    readonly RedisChannel _channel = RedisChannel.Literal($"{options.ChannelPrefix}:notifications");
    volatile ISubscriber? _redis;

    /// <summary>Wakes the streams here and elsewhere; never fails and never waits.</summary>
    internal void WakeAll()
    {
        signal.Wake();
        // Ours comes back to us too: waking a stream twice costs one look.
        _redis?.Publish(_channel, RedisValue.EmptyString, CommandFlags.FireAndForget);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (options is not { IsConfigured: true, ConnectionString: { } connection })
        {
            return;
        }
        var configuration = ConfigurationOptions.Parse(connection);
        // It goes on trying, at the start as later; a subscription outlives the connections.
        configuration.AbortOnConnectFail = false;
        using var redis = await ConnectionMultiplexer.ConnectAsync(configuration);
        redis.ConnectionFailed += (_, failed) => WakeUpsLog.Away(logger, failed.FailureType);
        redis.ConnectionRestored += (_, _) => WakeUpsLog.Back(logger);
        var subscriber = redis.GetSubscriber();
        await subscriber.SubscribeAsync(_channel, (_, _) => signal.Wake());
        _redis = subscriber;
        await Task.Delay(Timeout.InfiniteTimeSpan, clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _redis = null;
    }
}
