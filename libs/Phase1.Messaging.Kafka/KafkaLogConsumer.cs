using System.Diagnostics;
using Confluent.Kafka;
using Confluent.Kafka.Admin;
using Phase1.Messaging.Log;

namespace Phase1.Messaging.Kafka;

/// <summary>
/// A member of a consumer group on Kafka. It joins at the first poll; when the brokers are unavailable it leaves, and the next poll joins again. The
/// client's calls block, so each runs on a thread of the pool.
/// </summary>
sealed class KafkaLogConsumer(KafkaLogOptions options, string group, IReadOnlyCollection<string> topics) : ILogConsumer
{
    // The client's calls cannot be cancelled: it waits in slices, and a service that stops waits for the end of one.
    static readonly TimeSpan Slice = TimeSpan.FromSeconds(1);

    // For what is under way while the client is polled for its sake alone.
    static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(100);

    readonly GroupPosition _position = new(topics.Count);
    readonly ClientWords _words = new();
    IConsumer<byte[]?, byte[]?>? _member;

    // The client keeps a partition paused after losing it: one that is assigned again may still be paused.
    bool _mayBePaused;

    public Task<LogPoll> PollAsync(int maxRecords, TimeSpan maxWait, CancellationToken cancellationToken) =>
        AsMemberAsync(
            "polling",
            member =>
            {
                GoOn(member);
                var began = Stopwatch.GetTimestamp();
                while (_position.Gathered == 0)
                {
                    cancellationToken.ThrowIfCancellationRequested();
                    var left = maxWait - Stopwatch.GetElapsedTime(began);
                    Gather(member, left > Slice ? Slice : left);
                    if (left <= TimeSpan.Zero)
                    {
                        break;
                    }
                }
                while (_position.Gathered > 0 && _position.Gathered < maxRecords && Gather(member, TimeSpan.Zero))
                {
                    // What has arrived already fills the poll.
                }
                return _position.HandOut();
            },
            cancellationToken
        );

    public Task StandByAsync(CancellationToken cancellationToken) =>
        AsMemberAsync(
            "standing by",
            member =>
            {
                _mayBePaused = true;
                member.Pause(member.Assignment);
                // Takes part in the group. What it brings, of a partition just won, is kept for the next poll.
                while (Gather(member, TimeSpan.Zero))
                {
                    member.Pause(member.Assignment);
                }
                return true;
            },
            cancellationToken
        );

    /// <summary>
    /// The client stores the offsets in the background, and when it leaves: one that waits for brokers does not poll, and librdkafka gives up a broker
    /// that has gone, and finds it again, only while it is polled.
    /// </summary>
    public Task CommitAsync(CancellationToken cancellationToken)
    {
        foreach (var offset in _position.TakeUnstored())
        {
            _member?.StoreOffset(offset);
        }
        return Task.CompletedTask;
    }

    public async Task<IReadOnlyList<LogPosition>> StoredAsync(IReadOnlyCollection<int> partitions, CancellationToken cancellationToken)
    {
        var stored = await AsMemberAsync(
            "reading offsets",
            member =>
            {
                var asked = topics.SelectMany(topic => partitions.Select(partition => new TopicPartition(topic, partition)));
                return member.Committed(asked, options.RequestTimeout).ConvertAll(_position.StoredOf);
            },
            cancellationToken
        );
        await MissAsync(stored.FindAll(at => at.Offset.Value > 0), cancellationToken);
        return [.. stored.Select(at => new LogPosition(at.Topic, at.Partition, Math.Max(0, at.Offset.Value)))];
    }

    public async Task SetBackAsync(IReadOnlyList<LogPosition> positions, CancellationToken cancellationToken)
    {
        await AskAsMemberAsync(
            "setting offsets back",
            async member =>
            {
                var offsets = positions.Select(back => new TopicPartitionOffset(back.Topic, back.Partition, back.Offset)).ToList();
                // What it has given to be stored before is not to be stored again when it leaves.
                offsets.ForEach(member.StoreOffset);
                var storing = Task.Run(() => member.Commit(offsets), cancellationToken);
                while (!storing.IsCompleted)
                {
                    // Only a member that polls gets an answer from brokers that come back. What it reads here is read again.
                    member.Consume(Glance);
                }
                try
                {
                    await storing;
                }
                catch (KafkaException exception) when (KafkaFaults.IsStaleMember(exception.Error.Code))
                {
                    // Whoever has won the partitions meanwhile compares for itself.
                }
                return true;
            },
            cancellationToken
        );
        await LeaveAsync();
    }

    public Task ResetAsync(CancellationToken cancellationToken) => LeaveAsync();

    public async ValueTask DisposeAsync() => await LeaveAsync();

    /// <summary>Whether it has partitions: none while a rebalance lasts.</summary>
    internal bool HasPartitions => _member?.Assignment.Count > 0;

    /// <summary>Ends the member without a word to the group, as the death of its process does; for tests of that.</summary>
    internal void Abandon()
    {
        _member?.Dispose();
        _position.LoseAll();
    }

    Task<T> AsMemberAsync<T>(string doing, Func<IConsumer<byte[]?, byte[]?>, T> work, CancellationToken cancellationToken) =>
        AskAsMemberAsync(doing, member => Task.FromResult(work(member)), cancellationToken);

    async Task<T> AskAsMemberAsync<T>(string doing, Func<IConsumer<byte[]?, byte[]?>, Task<T>> work, CancellationToken cancellationToken)
    {
        try
        {
            return await Task.Run(() => work(_member ??= JoinGroup()), cancellationToken);
        }
        catch (Exception exception) when (KafkaFaults.IsClients(exception))
        {
            await LeaveAsync();
            throw _words.Away(doing, exception);
        }
    }

    // The client goes on with the oldest record that there is, and says nothing.
    Task<bool> MissAsync(List<TopicPartitionOffset> stored, CancellationToken cancellationToken) =>
        AskAsMemberAsync(
            "reading the oldest offsets",
            async member =>
            {
                if (stored.Count == 0)
                {
                    return false;
                }
                using var asking = new DependentAdminClientBuilder(member.Handle).Build();
                var answer = await asking.ListOffsetsAsync(
                    stored.Select(at => new TopicPartitionOffsetSpec
                    {
                        TopicPartition = at.TopicPartition,
                        OffsetSpec = OffsetSpec.Earliest(),
                    }),
                    new ListOffsetsOptions { RequestTimeout = options.RequestTimeout }
                );
                var oldest = answer
                    .ResultInfos.Select(info => info.TopicPartitionOffsetError)
                    .ToDictionary(place => place.TopicPartition, place => place.Offset.Value);
                foreach (var at in stored.Where(at => oldest[at.TopicPartition] > at.Offset.Value))
                {
                    _position.Miss(new(at.Topic, at.Partition, at.Offset.Value, oldest[at.TopicPartition]));
                }
                return true;
            },
            cancellationToken
        );

    void GoOn(IConsumer<byte[]?, byte[]?> member)
    {
        if (_mayBePaused)
        {
            _mayBePaused = false;
            member.Resume(member.Assignment);
        }
    }

    bool Gather(IConsumer<byte[]?, byte[]?> member, TimeSpan wait)
    {
        if (member.Consume(wait > TimeSpan.Zero ? wait : TimeSpan.Zero) is not { } read)
        {
            return false;
        }
        _words.Forget();
        _position.Gather(KafkaRecord.Of(read));
        return true;
    }

    IConsumer<byte[]?, byte[]?> JoinGroup()
    {
        var member = new ConsumerBuilder<byte[]?, byte[]?>(ClientSettings.ForConsumer(options, group))
            .SetPartitionsAssignedHandler((_, partitions) => Win(partitions))
            .SetPartitionsRevokedHandler((_, partitions) => _position.Lose(partitions.Select(p => p.TopicPartition)))
            .SetPartitionsLostHandler((_, partitions) => _position.Lose(partitions.Select(p => p.TopicPartition)))
            .SetErrorHandler((_, error) => _words.Hear(error))
            .SetLogHandler((_, message) => _words.Hear(message))
            .Build();
        member.Subscribe(topics);
        return member;
    }

    // Among them may be some that were paused when a rebalance took them away, and could not be resumed while it lasted.
    IEnumerable<TopicPartitionOffset> Win(IEnumerable<TopicPartition> partitions)
    {
        _mayBePaused = true;
        return _position.Win(partitions).Select(whole => new TopicPartitionOffset(whole, Offset.Unset));
    }

    async Task LeaveAsync()
    {
        if (_member is not { } member)
        {
            return;
        }
        _member = null;
        _mayBePaused = false;
        _position.LoseAll();
        await Task.Run(() =>
        {
            try
            {
                member.Close();
            }
            catch (Exception exception) when (KafkaFaults.IsClients(exception))
            {
                // The group will notice by the missing heartbeats.
            }
            member.Dispose();
        });
    }
}
