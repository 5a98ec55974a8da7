using System.Data;
using Npgsql;
using NpgsqlTypes;
using Phase1.Messaging;

namespace Phase1.FileIntake.Content;

/// <summary>The bytes of uploads on their way to the database and back: as streams, so that a large file never stands in memory.</summary>
sealed class RawFiles : IAsyncDisposable
{
    const string Insert = "insert into raw_files (storage_id, bytes, sha256, length, created_at) values ($1, $2, $3, $4, $5)";
    const string Select = "select storage_id, bytes from raw_files where storage_id = any($1::bpchar[])";

    // What is longer waits on disk.
    const int MostInMemory = 1024 * 1024;

    readonly Dictionary<string, Stream> _contents = [];

    RawFiles() { }

    /// <summary>Stores a file. Its content is read when the statement is sent.</summary>
    public static NpgsqlBatchCommand ToInsert(string storageId, Stream content, string sha256, DateTimeOffset now) =>
        new(Insert)
        {
            Parameters =
            {
                new() { Value = storageId, NpgsqlDbType = NpgsqlDbType.Char },
                new() { Value = content, NpgsqlDbType = NpgsqlDbType.Bytea },
                new() { Value = sha256, NpgsqlDbType = NpgsqlDbType.Char },
                new() { Value = (int)content.Length },
                new() { Value = now },
            },
        };

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
