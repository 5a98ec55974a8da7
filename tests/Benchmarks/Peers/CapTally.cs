using DotNetCore.CAP;
using Npgsql;
using Phase1.Messaging.Storage;

namespace Phase1.Benchmarks.Peers;

/// <summary>CAP delivers at least once and has no sagas: the deduplication and the state are by hand, in the transaction of its outbox.</summary>
sealed class CapTally(NpgsqlDataSource database, ICapPublisher publisher) : ICapSubscribe
{
    internal const string Incoming = "files";
    internal const string Outgoing = "counted";
    internal const string Group = "tally";

    internal const string Tables = """
        create table handled (message_id uuid primary key, handled_at timestamptz not null);
        create table tallies (batch_id uuid primary key, files integer not null, last_at timestamptz not null)
        """;

    const string TakeNew = "insert into handled (message_id, handled_at) values ($1, now()) on conflict do nothing";

    const string Load = "select files from tallies where batch_id = $1 for update";

    const string Save = """
        insert into tallies (batch_id, files, last_at) values ($1, $2, $3)
        on conflict (batch_id) do update set files = excluded.files, last_at = excluded.last_at
        """;

    [CapSubscribe(Incoming, Group = Group)]
    public async Task CountAsync(FileAdded added, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        using var transaction = await connection.BeginTransactionAsync(publisher, autoCommit: false, cancellationToken);
        var (isNew, files) = await LoadAsync(connection, added, cancellationToken);
        if (isNew)
        {
            await using var save = new NpgsqlBatch(connection)
            {
                BatchCommands = { Statement.Of(Save, added.BatchId, files + 1, added.Timestamp) },
            };
            await save.ExecuteNonQueryAsync(cancellationToken);
            await publisher.PublishAsync(Outgoing, FileCounted.Of(added), cancellationToken: cancellationToken);
        }
        await transaction.CommitAsync(cancellationToken);
    }

    // One round trip for both.
    static async Task<(bool IsNew, int Files)> LoadAsync(NpgsqlConnection connection, FileAdded added, CancellationToken cancellationToken)
    {
        var take = Statement.Of(TakeNew, added.FileUploadId);
        await using var batch = new NpgsqlBatch(connection) { BatchCommands = { take, Statement.Of(Load, added.BatchId) } };
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        var files = await reader.ReadAsync(cancellationToken) ? reader.GetInt32(0) : 0;
        return (take.RecordsAffected > 0, files);
    }
}
