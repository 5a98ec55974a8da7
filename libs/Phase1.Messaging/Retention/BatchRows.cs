using Npgsql;
using NpgsqlTypes;

namespace Phase1.Messaging;

/// <summary>Deletes all rows of a service that belong to batches, and remembers that the batches are deleted.</summary>
public sealed class BatchRows
{
    // Whoever writes the first row of a batch holds this lock, since there is no row to lock yet.
    const string LockIds = """
        select pg_advisory_xact_lock(hashtextextended(b.id::text, 0)) from (select id from unnest($1) as u (id) order by id) b
        """;

    const string Remember = """
        insert into deleted_batches (batch_id, owner_user_id, deleted_at) select batch_id, owner, $3 from unnest($1, $2) as d (batch_id, owner)
        on conflict do nothing
        """;

    const string IsDeleted = "select exists (select from deleted_batches where batch_id = $1 and ($2 is null or owner_user_id = $2))";

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
            batch.BatchCommands.Add(
                new(statement)
                {
                    Parameters =
                    {
                        new() { Value = ids },
                        new() { Value = owners },
                    },
                }
            );
        }
        batch.BatchCommands.Add(
            new(Remember)
            {
                Parameters =
                {
                    new() { Value = ids },
                    new() { Value = owners },
                    new() { Value = _clock.GetUtcNow() },
                },
            }
        );
        await batch.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>Whether a batch is deleted that belonged to this owner.</summary>
    /// <param name="work">A unit of work that has begun.</param>
    /// <param name="batchId">The batch.</param>
    /// <param name="ownerUserId">The owner; null for whoever it was.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    public static async Task<bool> AreDeletedAsync(UnitOfWork work, Guid batchId, string? ownerUserId, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(IsDeleted, work.Connection, work.Transaction)
        {
            Parameters =
            {
                new() { Value = batchId },
                new() { Value = (object?)ownerUserId ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Text },
            },
        };
        return await command.ExecuteScalarAsync(cancellationToken) is true;
    }
}
