using Npgsql;

namespace Phase1.Messaging.Operator;

/// <summary>The rows that a transaction has changed, by table.</summary>
/// <param name="Table">The table.</param>
/// <param name="Inserted">Rows that are new.</param>
/// <param name="Updated">Rows that have changed, once for each statement that did so.</param>
/// <param name="Deleted">Rows that are gone.</param>
sealed record RowChanges(string Table, long Inserted, long Updated, long Deleted);

/// <summary>Asks the server what the open transaction has changed.</summary>
static class RowCounts
{
    // With what earlier transactions of the session have not reported yet: only the difference of two readings counts.
    const string Select = """
        select relname, n_tup_ins, n_tup_upd, n_tup_del from pg_stat_xact_user_tables where n_tup_ins + n_tup_upd + n_tup_del > 0
        """;

    internal static async Task<IReadOnlyDictionary<string, RowChanges>> ReadAsync(
        NpgsqlConnection connection,
        CancellationToken cancellationToken
    )
    {
        await using var batch = new NpgsqlBatch(connection) { BatchCommands = { new(Select) } };
        await using var row = await batch.ExecuteReaderAsync(cancellationToken);
        var counts = new Dictionary<string, RowChanges>();
        while (await row.ReadAsync(cancellationToken))
        {
            counts[row.GetString(0)] = new(row.GetString(0), row.GetInt64(1), row.GetInt64(2), row.GetInt64(3));
        }
        return counts;
    }

    internal static IReadOnlyList<RowChanges> Between(
        IReadOnlyDictionary<string, RowChanges> before,
        IReadOnlyDictionary<string, RowChanges> after
    ) =>
        [
            .. from now in after.Values
            let then = before.GetValueOrDefault(now.Table) ?? new(now.Table, 0, 0, 0)
            where now != then
            orderby now.Table
            select new RowChanges(now.Table, now.Inserted - then.Inserted, now.Updated - then.Updated, now.Deleted - then.Deleted),
        ];
}
