using Npgsql;
using Phase1.Messaging.Records;
using Phase1.Messaging.Storage;

namespace Phase1.Messaging.Tables;

/// <summary>
/// Keeps a worker that lost a partition from committing: winning a partition raises its epoch in the service's database, and every poll's
/// transaction begins by locking the epochs that it believes to hold. The lock is shared, so a new owner waits for a poll that is under way.
/// </summary>
sealed class PartitionFence(NpgsqlDataSource database, MessagingOptions options, TimeProvider clock) : IRecordLock
{
    // Takes the partition over: any other holder's epoch is stale from here on.
    const string AcquireEpoch = """
        insert into partition_owners (consumer, partition, epoch, acquired_at) values ($1, $2, 1, $3)
        on conflict (consumer, partition) do update set epoch = partition_owners.epoch + 1, acquired_at = excluded.acquired_at
        returning epoch
        """;

    // Locks the epochs that are still ours; a missing row means that we have been replaced.
    const string LockEpochs = """
        select o.partition from partition_owners o join unnest($2, $3) as mine (partition, epoch)
        on o.partition = mine.partition and o.epoch = mine.epoch
        where o.consumer = $1 order by o.partition for share of o
        """;

    readonly Dictionary<int, (long Won, long Epoch)> _held = [];

    /// <summary>Raises the epoch of every partition that has been won since the last call, and forgets the lost ones.</summary>
    public async Task FollowAsync(IReadOnlyDictionary<int, long> owned, CancellationToken cancellationToken)
    {
        foreach (var lost in _held.Keys.Except(owned.Keys).ToList())
        {
            _held.Remove(lost);
        }
        foreach (var (partition, won) in owned)
        {
            if (!_held.TryGetValue(partition, out var held) || held.Won != won)
            {
                _held[partition] = (won, await AcquireAsync(partition, cancellationToken));
            }
        }
    }

    public void Forget() => _held.Clear();

    public ValueTask<IReadOnlyList<InboundRecord>> LockAsync(
        NpgsqlConnection connection,
        IReadOnlyList<InboundRecord> records,
        CancellationToken cancellationToken
    ) => ValueTask.FromResult(records);

    public FenceCheck? CheckOf(IReadOnlyList<InboundRecord> records)
    {
        var mine = records.Select(record => record.Record.Partition).Distinct().Order().ToArray();
        var epochs = Array.ConvertAll(mine, partition => _held.TryGetValue(partition, out var held) ? held.Epoch : -1);
        return new(Statement.Of(LockEpochs, options.ServiceName, mine, epochs), mine.Length);
    }

    async Task<long> AcquireAsync(int partition, CancellationToken cancellationToken)
    {
        await using var batch = database.CreateBatch();
        batch.BatchCommands.Add(Statement.Of(AcquireEpoch, options.ServiceName, partition, clock.GetUtcNow()));
        return (long)(await batch.ExecuteScalarAsync(cancellationToken))!;
    }
}

/// <summary>One of the first statements of a poll's transaction, and how many rows it must return.</summary>
sealed record FenceCheck(NpgsqlBatchCommand Statement, int Expected);
