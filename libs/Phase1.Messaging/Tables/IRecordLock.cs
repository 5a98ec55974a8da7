using Npgsql;
using Phase1.Messaging.Records;

namespace Phase1.Messaging.Tables;

/// <summary>Keeps two instances from applying the same records: polls by their partitions' epochs, held heads by their rows.</summary>
interface IRecordLock
{
    /// <summary>Those of the records that a transaction may apply, before anything else is done in it.</summary>
    ValueTask<IReadOnlyList<InboundRecord>> LockAsync(
        NpgsqlConnection connection,
        IReadOnlyList<InboundRecord> records,
        CancellationToken cancellationToken
    );

    /// <summary>What the transaction checks with its first statements; null for nothing.</summary>
    FenceCheck? CheckOf(IReadOnlyList<InboundRecord> records);
}
