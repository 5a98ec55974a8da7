using Npgsql;
using Phase1.Messaging.Storage;
using Phase1.Messaging.Tables;

namespace Phase1.Messaging;

/// <summary>Deletes all rows of a service that belong to batches, and remembers that the batches are deleted.</summary>
public sealed class BatchRows
{
    // Whoever writes the first row of a batch holds this lock, since there is no row to lock yet.
    const string LockIds = """
        select pg_advisory_xact_lock(hashtextextended(b.id::text, 0)) from (select id from unnest($1) as u (id) order by id) b
        """;

    readonly TimeProvider _clock;
    readonly string[] _statements;

    internal BatchRows(RetentionPlan plan, TimeProvider clock)
    {
        _clock = clock;
        _statements =
        [
            LockIds,
            .. plan.OfBatch.Where(table => table.LockFirst).Select(table => $"select from {table.Table} where {table.Where} for update"),
            .. plan.OfBatch.Select(table => $"delete from {table.Table} where {table.Where}"),
        ];
    }

    /// <summary>Deletes the batches' rows in a unit of work that has begun; what other records of its poll have written of them goes too.</summary>
    /// <param name="work">The unit of work.</param>
    /// <param name="batches">The batches with their owners.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    public async Task DeleteAsync(
        UnitOfWork work,
        IReadOnlyCollection<(Guid BatchId, string OwnerUserId)> batches,
        CancellationToken cancellationToken
    )
    {
        await work.SaveEarlierAsync(cancellationToken);
        var ids = batches.Select(batch => batch.BatchId).ToArray();
        var owners = batches.Select(batch => batch.OwnerUserId).ToArray();
        await using var batch = new NpgsqlBatch(work.Connection, work.Transaction);
        foreach (var statement in _statements)
        {
            batch.BatchCommands.Add(Statement.Of(statement, ids, owners));
        }
        batch.BatchCommands.Add(DeletedBatches.ToInsert(ids, owners, _clock.GetUtcNow()));
        await batch.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>Whether a batch is deleted that belonged to this owner.</summary>
    /// <param name="work">A unit of work that has begun.</param>
    /// <param name="batchId">The batch.</param>
    /// <param name="ownerUserId">The owner; null for whoever it was.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    public static async Task<bool> AreDeletedAsync(UnitOfWork work, Guid batchId, string? ownerUserId, CancellationToken cancellationToken)
    {
        await using var batch = new NpgsqlBatch(work.Connection, work.Transaction)
        {
            BatchCommands = { DeletedBatches.ToFind(batchId, ownerUserId) },
        };
        return await batch.ExecuteScalarAsync(cancellationToken) is true;
    }
}
