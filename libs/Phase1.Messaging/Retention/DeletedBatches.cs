using Npgsql;
using Phase1.Messaging.Pump;

namespace Phase1.Messaging;

/// <summary>Which of some records are about batches that are deleted: late ones, and repetitions. They change nothing.</summary>
static class DeletedBatches
{
    const string Select = "select batch_id from deleted_batches where batch_id = any($1)";

    /// <summary>The statement; its result is to be read by <see cref="ReadAsync"/>.</summary>
    public static NpgsqlBatchCommand ToSelect(IEnumerable<InboundRecord> records) =>
        new(Select) { Parameters = { new() { Value = records.Select(record => record.BatchId).OfType<Guid>().Distinct().ToArray() } } };

    public static async Task<HashSet<Guid>> ReadAsync(NpgsqlDataReader reader, CancellationToken cancellationToken)
    {
        var deleted = new HashSet<Guid>();
        while (await reader.ReadAsync(cancellationToken))
        {
            deleted.Add(reader.GetGuid(0));
        }
        return deleted;
    }

    public static bool Has(this HashSet<Guid> deleted, InboundRecord record) => record.BatchId is { } batch && deleted.Contains(batch);
}
