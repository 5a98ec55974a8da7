using Npgsql;
using NpgsqlTypes;
using Phase1.Messaging;

namespace Phase1.FileIntake.Content;

/// <summary>Statements on many rows of <c>texts</c> at once.</summary>
static class StoredTextRows
{
    const string Insert = """
        insert into texts (storage_id, owner_user_id, text, sha256, length, created_at) select * from unnest($1, $2, $3, $4, $5, $6)
        """;

    // A service reads any text for itself; on behalf of a teacher the teacher's own.
    const string Select = """
        select storage_id, text, sha256 from texts where storage_id = any($1::bpchar[]) and ($2::text is null or owner_user_id = $2)
        """;

    /// <summary>Stores texts.</summary>
    public static NpgsqlBatchCommand ToInsert(IReadOnlyCollection<StoredText> texts) =>
        new(Insert)
        {
            Parameters =
            {
                Of(texts, text => text.StorageId),
                Of(texts, text => text.OwnerUserId),
                Of(texts, text => text.Text),
                Of(texts, text => text.Sha256),
                Of(texts, text => text.Length),
                Of(texts, text => text.CreatedAt),
            },
        };

    /// <summary>Those of the texts that are there and that the reader may read, in no order.</summary>
    /// <param name="database">Where they are.</param>
    /// <param name="storageIds">Which.</param>
    /// <param name="userId">The teacher who reads; null for a service.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    public static async Task<IReadOnlyList<ReadText>> FindAsync(
        NpgsqlDataSource database,
        string[] storageIds,
        string? userId,
        CancellationToken cancellationToken
    )
    {
        await using var command = database.CreateCommand(Select);
        command.Parameters.Add(new() { Value = storageIds });
        command.Parameters.Add(new() { Value = (object?)userId ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Text });
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var found = new List<ReadText>();
        while (await reader.ReadAsync(cancellationToken))
        {
            found.Add(new(reader.GetString(0), reader.GetString(1), reader.GetString(2)));
        }

        return found;
    }

    static NpgsqlParameter Of<T>(IReadOnlyCollection<StoredText> texts, Func<StoredText, T> column) =>
        new() { Value = texts.Select(column).ToArray() };
}

/// <summary>A text and what it is asked for by.</summary>
sealed record ReadText(string StorageId, string Text, string Sha256);
