using System.Data;
using Npgsql;
using NpgsqlTypes;
using Phase1.Messaging;

namespace Phase1.FileIntake.Content;

/// <summary>The bytes of uploads on their way to the database and back: as streams, so that a large file never stands in memory.</summary>
sealed class RawFiles : IAsyncDisposable
{
    const string Insert = "insert into raw_files (storage_id, bytes, sha256, length, created_at) values ($1, $2, $3, $4, $5)";

    const string InsertMany = """
        insert into raw_files (storage_id, bytes, sha256, length, created_at) select * from unnest($1, $2, $3, $4, $5)
        """;

    const string Select = "select storage_id, bytes from raw_files where storage_id = any($1::bpchar[])";

    // What is longer waits on disk.
    const int MostInMemory = 1024 * 1024;

    // Of one request.
    const int MostTogether = 4 * 1024 * 1024;

    readonly Dictionary<string, Stream> _contents = [];

    RawFiles() { }

    /// <summary>
    /// Statements that store files: one for all that may stand in memory together, and one for each of the others, whose content is read when the
    /// statement is sent.
    /// </summary>
    public static async Task<IReadOnlyList<NpgsqlBatchCommand>> ToInsertAsync(
        IEnumerable<NewRawFile> files,
        CancellationToken cancellationToken
    )
    {
        var (statements, together, bytes) = (new List<NpgsqlBatchCommand>(), new List<NewRawFile>(), new List<byte[]>());
        var left = MostTogether;
        foreach (var file in files)
        {
            if (file.Content.Length > left)
            {
                statements.Add(ToInsert(file));
                continue;
            }

            left -= (int)file.Content.Length;
            together.Add(file);
            bytes.Add(new byte[file.Content.Length]);
            await file.Content.ReadExactlyAsync(bytes[^1], cancellationToken);
        }

        if (together.Count > 0)
        {
            statements.Add(ToInsert(together, bytes));
        }

        return statements;
    }

    /// <summary>Fetches the files of some uploads.</summary>
    public static async Task<RawFiles> OpenAsync(UnitOfWork work, IEnumerable<string> storageIds, CancellationToken cancellationToken)
    {
        var files = new RawFiles();
        try
        {
            await using var command = new NpgsqlCommand(Select, work.Connection, work.Transaction);
            command.Parameters.Add(new() { Value = storageIds.ToArray() });
            await using var reader = await command.ExecuteReaderAsync(CommandBehavior.SequentialAccess, cancellationToken);
            while (await reader.ReadAsync(cancellationToken))
            {
                await files.KeepAsync(reader, cancellationToken);
            }

            return files;
        }
        catch
        {
            await files.DisposeAsync();
            throw;
        }
    }

    /// <summary>A file's content, from its start; null when the database has none.</summary>
    public Stream? Find(string storageId) => _contents.GetValueOrDefault(storageId);

    public async ValueTask DisposeAsync()
    {
        foreach (var content in _contents.Values)
        {
            await content.DisposeAsync();
        }
    }

    static NpgsqlBatchCommand ToInsert(NewRawFile file) =>
        new(Insert)
        {
            Parameters =
            {
                new() { Value = file.StorageId, NpgsqlDbType = NpgsqlDbType.Char },
                new() { Value = file.Content, NpgsqlDbType = NpgsqlDbType.Bytea },
                new() { Value = file.Sha256, NpgsqlDbType = NpgsqlDbType.Char },
                new() { Value = (int)file.Content.Length },
                new() { Value = file.CreatedAt },
            },
        };

    static NpgsqlBatchCommand ToInsert(List<NewRawFile> files, List<byte[]> bytes) =>
        new(InsertMany)
        {
            Parameters =
            {
                new() { Value = files.ConvertAll(file => file.StorageId) },
                new() { Value = bytes, NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Bytea },
                new() { Value = files.ConvertAll(file => file.Sha256) },
                new() { Value = bytes.ConvertAll(content => content.Length) },
                new() { Value = files.ConvertAll(file => file.CreatedAt) },
            },
        };

    async Task KeepAsync(NpgsqlDataReader reader, CancellationToken cancellationToken)
    {
        var storageId = reader.GetString(0);
        await using var stored = await reader.GetStreamAsync(1, cancellationToken);
        var content = stored.Length <= MostInMemory ? new MemoryStream((int)stored.Length) : (Stream)NamelessFile.Create();
        _contents.Add(storageId, content);
        await stored.CopyToAsync(content, cancellationToken);
        content.Position = 0;
    }
}

/// <summary>A file that has come.</summary>
/// <param name="StorageId">What it is stored under.</param>
/// <param name="Sha256">The digest of its content.</param>
/// <param name="CreatedAt">When it came.</param>
/// <param name="Content">Its content, at the start; read once.</param>
sealed record NewRawFile(string StorageId, string Sha256, DateTimeOffset CreatedAt, Stream Content);
