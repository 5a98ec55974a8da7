using Npgsql;
using Phase1.Messaging;
using Phase1.ServiceDefaults;

namespace Phase1.FileIntake.Uploads;

/// <summary>A batch that a request adds files to, from the beginning of the request's transaction to its end.</summary>
static class OpenBatch
{
    // A statement of its own: what the next one reads must be what is there once the lock is held.
    const string Lock = "select pg_advisory_xact_lock(hashtextextended($1::text, 0))";

    const string Contents = """
        select exists (select from batch_locks where batch_id = $1) or exists (select from deleted_batches where batch_id = $1),
            array(select sha256::text from file_uploads where batch_id = $1)
        """;

    /// <summary>Makes uploads to one batch wait for one another, and answers which contents it has, as SHA-256.</summary>
    /// <exception cref="ProblemException">The batch takes no more files.</exception>
    public static async Task<HashSet<string>> AsAsync(UnitOfWork work, Guid batchId, CancellationToken cancellationToken)
    {
        await using var batch = new NpgsqlBatch(work.Connection, work.Transaction);
        batch.BatchCommands.Add(new(Lock) { Parameters = { new() { Value = batchId } } });
        batch.BatchCommands.Add(new(Contents) { Parameters = { new() { Value = batchId } } });
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        await reader.NextResultAsync(cancellationToken);
        await reader.ReadAsync(cancellationToken);
        if (reader.GetBoolean(0))
        {
            throw new ProblemException(Problems.BatchLocked, "The batch takes no more files.");
        }

        return [.. reader.GetFieldValue<string[]>(1)];
    }
}
