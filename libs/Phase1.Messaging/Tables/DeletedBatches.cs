using Npgsql;
using NpgsqlTypes;
using Phase1.Messaging.Records;
using Phase1.Messaging.Storage;

namespace Phase1.Messaging.Tables;

/// <summary>The statements on <c>deleted_batches</c>. Records of such batches are late ones, and repetitions: they change nothing.</summary>
static class DeletedBatches
{
    const string Select = "select batch_id from deleted_batches where batch_id = any($1)";

    const string Insert = """
        insert into deleted_batches (batch_id, owner_user_id, deleted_at) select batch_id, owner, $3 from unnest($1, $2) as d (batch_id, owner)
        on conflict do nothing
        """;

    const string Exists = "select exists (select from deleted_batches where batch_id = $1 and ($2 is null or owner_user_id = $2))";

    /// <summary>Which batches of these records are deleted.</summary>
    public static NpgsqlBatchCommand ToSelect(IEnumerable<InboundRecord> records)
    {
        var batches = new HashSet<Guid>();
        foreach (var record in records)
        {
            if (record.DeletableBatchId is { } batch)
            {
                batches.Add(batch);
            }
        }
        return Statement.Of(Select, batches.ToArray());
    }

    public static NpgsqlBatchCommand ToInsert(Guid[] ids, string[] owners, DateTimeOffset now) => Statement.Of(Insert, ids, owners, now);

    /// <summary>Whether a batch is deleted that belonged to this owner, or to anybody.</summary>
    public static NpgsqlBatchCommand ToFind(Guid id, string? owner) =>
        Statement.Of(Exists, id, Statement.Nullable(owner, NpgsqlDbType.Text));

    public static bool Has(this HashSet<Guid> deleted, InboundRecord record) =>
        record.DeletableBatchId is { } batch && deleted.Contains(batch);
}
