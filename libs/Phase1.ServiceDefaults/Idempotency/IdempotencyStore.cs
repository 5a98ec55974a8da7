using Npgsql;
using Phase1.Messaging.Storage;

namespace Phase1.ServiceDefaults;

/// <summary>One key of one caller, locked: whoever repeats the request waits until this one is answered.</summary>
sealed class IdempotencyStore : IAsyncDisposable
{
    /// <summary>Serialises the requests of one key; freed with the transaction, so also by a crash.</summary>
    const string Lock = "select pg_advisory_xact_lock(hashtextextended($1, 0))";

    /// <summary>As long as a caller would wait for an answer.</summary>
    const string LimitWait = "set local lock_timeout = '10s'";

    const string Find = "select request_hash, status, response, expires_at from idempotent_requests where user_id = $1 and key = $2";

    /// <summary>Keeps a success, whether or not the effect has brought the row.</summary>
    const string Keep = """
        insert into idempotent_requests (user_id, key, request_hash, status, response, expires_at) values ($1, $2, $3, $4, $5, $6)
        on conflict (user_id, key) do update set
            request_hash = excluded.request_hash, status = excluded.status, response = excluded.response, expires_at = excluded.expires_at
        """;

    /// <summary>Keeps a refusal only where an effect was committed all the same: otherwise nothing happened and the caller may try again.</summary>
    const string KeepIfCommitted = """
        update idempotent_requests set request_hash = $3, status = $4, response = $5, expires_at = $6
        where user_id = $1 and key = $2 and status = 0
        """;

    readonly NpgsqlConnection _connection;
    readonly NpgsqlTransaction _transaction;
    readonly string _user;
    readonly string _key;

    IdempotencyStore(NpgsqlConnection connection, NpgsqlTransaction transaction, string user, string key) =>
        (_connection, _transaction, _user, _key) = (connection, transaction, user, key);

    internal static async Task<IdempotencyStore> OpenAsync(
        NpgsqlDataSource database,
        string user,
        string key,
        CancellationToken cancellationToken
    )
    {
        var connection = await database.OpenConnectionAsync(cancellationToken);
        try
        {
            var transaction = await connection.BeginTransactionAsync(cancellationToken);
            await using var batch = new NpgsqlBatch(connection, transaction);
            batch.BatchCommands.Add(new(LimitWait));
            batch.BatchCommands.Add(new(Lock) { Parameters = { new() { Value = $"{user}\n{key}" } } });
            await batch.ExecuteNonQueryAsync(cancellationToken);
            return new IdempotencyStore(connection, transaction, user, key);
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    internal async Task<IdempotentRequest?> FindAsync(CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(Find, _connection, _transaction) { Parameters = { Text(_user), Text(_key) } };
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        return await reader.ReadAsync(cancellationToken)
            ? new IdempotentRequest
            {
                UserId = _user,
                Key = _key,
                RequestHash = reader.GetFieldValue<byte[]>(0),
                Status = reader.GetInt32(1),
                Response = reader.GetFieldValue<byte[]>(2),
                ExpiresAt = reader.GetFieldValue<DateTimeOffset>(3),
            }
            : null;
    }

    internal async Task KeepAsync(byte[] hash, StoredAnswer answer, DateTimeOffset expiresAt, CancellationToken cancellationToken)
    {
        var statement = answer.Status is >= 200 and < 300 ? Keep : KeepIfCommitted;
        await using var command = new NpgsqlCommand(statement, _connection, _transaction)
        {
            Parameters =
            {
                Text(_user),
                Text(_key),
                new() { Value = hash },
                new() { Value = answer.Status },
                new() { Value = answer.Encode() },
                new() { Value = expiresAt },
            },
        };
        await command.ExecuteNonQueryAsync(cancellationToken);
        await _transaction.CommitAsync(cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        await _transaction.DisposeAsync();
        await _connection.DisposeAsync();
    }

    static NpgsqlParameter Text(string value) => new() { Value = value };
}
