using Phase1.Messaging.Kafka;
using Phase1.Messaging.Log;

namespace Phase1.Integration.Tests.Messaging.Compliance;

/// <summary>A log on a shared broker, with topics and groups of its own: what it is given and what it gives back has no prefix.</summary>
sealed class PrefixedLog(KafkaLog log, string prefix) : ILog, IAsyncDisposable
{
    readonly List<KafkaLogConsumer> _members = [];

    public string SystemName => log.SystemName;

    public Task EnsureTopicsAsync(IReadOnlyCollection<string> topics, int partitions, CancellationToken cancellationToken) =>
        log.EnsureTopicsAsync([.. topics.Select(topic => prefix + topic)], partitions, cancellationToken);

    public Task<IReadOnlyList<RefusedRecord>> PublishAsync(IReadOnlyList<OutgoingRecord> records, CancellationToken cancellationToken) =>
        log.PublishAsync([.. records.Select(record => record with { Topic = prefix + record.Topic })], cancellationToken);

    public ILogConsumer Join(string group, IReadOnlyCollection<string> topics)
    {
        var member = (KafkaLogConsumer)log.Join(prefix + group, [.. topics.Select(topic => prefix + topic)]);
        _members.Add(member);
        return new Member(member, prefix);
    }

    public async Task<IReadOnlyList<LogPosition>> EndOffsetsAsync(
        IReadOnlyCollection<string> topics,
        CancellationToken cancellationToken
    ) =>
        [
            .. (await log.EndOffsetsAsync([.. topics.Select(topic => prefix + topic)], cancellationToken)).Select(end =>
                end with
                {
                    Topic = end.Topic[prefix.Length..],
                }
            ),
        ];

    public Task PingAsync(CancellationToken cancellationToken) => log.PingAsync(cancellationToken);

    /// <summary>The members end without leaving their groups, which is what the death of a process looks like to the broker.</summary>
    public Task AbandonAsync()
    {
        _members.ForEach(member => member.Abandon());
        return Task.CompletedTask;
    }

    public ValueTask DisposeAsync() => log.DisposeAsync();

    sealed class Member(KafkaLogConsumer member, string prefix) : ILogConsumer
    {
        public async Task<LogPoll> PollAsync(int maxRecords, TimeSpan maxWait, CancellationToken cancellationToken)
        {
            var poll = await member.PollAsync(maxRecords, maxWait, cancellationToken);
            return poll with { Records = [.. poll.Records.Select(record => record with { Topic = record.Topic[prefix.Length..] })] };
        }

        public Task StandByAsync(CancellationToken cancellationToken) => member.StandByAsync(cancellationToken);

        public Task CommitAsync(CancellationToken cancellationToken) => member.CommitAsync(cancellationToken);

        public async Task<IReadOnlyList<LogPosition>> StoredAsync(
            IReadOnlyCollection<int> partitions,
            CancellationToken cancellationToken
        ) =>
            [
                .. (await member.StoredAsync(partitions, cancellationToken)).Select(stored =>
                    stored with
                    {
                        Topic = stored.Topic[prefix.Length..],
                    }
                ),
            ];

        public Task SetBackAsync(IReadOnlyList<LogPosition> positions, CancellationToken cancellationToken) =>
            member.SetBackAsync([.. positions.Select(back => back with { Topic = prefix + back.Topic })], cancellationToken);

        public Task ResetAsync(CancellationToken cancellationToken) => member.ResetAsync(cancellationToken);

        public ValueTask DisposeAsync() => member.DisposeAsync();
    }
}
