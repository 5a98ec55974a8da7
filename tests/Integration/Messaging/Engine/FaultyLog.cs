using Phase1.Messaging.Log;

namespace Phase1.Integration.Tests.Messaging.Engine;

/// <summary>A log whose calls a test can hold up or let fail.</summary>
sealed class FaultyLog(ILog inner) : ILog
{
    public string SystemName => inner.SystemName;

    /// <summary>Runs when the records are on the log and the relay does not know it yet.</summary>
    public Func<Task> AfterPublish { get; set; } = () => Task.CompletedTask;

    /// <summary>Runs when records have been polled and the engine has not seen them yet.</summary>
    public Func<LogPoll, Task> AfterPoll { get; set; } = _ => Task.CompletedTask;

    public Task EnsureTopicsAsync(IReadOnlyCollection<string> topics, int partitions, CancellationToken cancellationToken) =>
        inner.EnsureTopicsAsync(topics, partitions, cancellationToken);

    public async Task<IReadOnlyList<RefusedRecord>> PublishAsync(IReadOnlyList<OutgoingRecord> records, CancellationToken cancellationToken)
    {
        var refused = await inner.PublishAsync(records, cancellationToken);
        await AfterPublish();
        // As a log may that has been told to stop.
        cancellationToken.ThrowIfCancellationRequested();
        return refused;
    }

    public ILogConsumer Join(string group, IReadOnlyCollection<string> topics) => new Consumer(this, inner.Join(group, topics));

    public Task<IReadOnlyList<LogPosition>> EndOffsetsAsync(IReadOnlyCollection<string> topics, CancellationToken cancellationToken) =>
        inner.EndOffsetsAsync(topics, cancellationToken);

    public Task PingAsync(CancellationToken cancellationToken) => inner.PingAsync(cancellationToken);

    sealed class Consumer(FaultyLog log, ILogConsumer inner) : ILogConsumer
    {
        public async Task<LogPoll> PollAsync(int maxRecords, TimeSpan maxWait, CancellationToken cancellationToken)
        {
            var poll = await inner.PollAsync(maxRecords, maxWait, cancellationToken);
            await log.AfterPoll(poll);
            return poll;
        }

        public Task StandByAsync(CancellationToken cancellationToken) => inner.StandByAsync(cancellationToken);

        public Task CommitAsync(CancellationToken cancellationToken) => inner.CommitAsync(cancellationToken);

        public Task<IReadOnlyList<LogPosition>> StoredAsync(IReadOnlyCollection<int> partitions, CancellationToken cancellationToken) =>
            inner.StoredAsync(partitions, cancellationToken);

        public Task SetBackAsync(IReadOnlyList<LogPosition> positions, CancellationToken cancellationToken) =>
            inner.SetBackAsync(positions, cancellationToken);

        public Task ResetAsync(CancellationToken cancellationToken) => inner.ResetAsync(cancellationToken);

        public ValueTask DisposeAsync() => inner.DisposeAsync();
    }
}
