using Npgsql;

namespace Phase1.Integration.Tests.Infrastructure;

/// <summary>A table that somebody else holds locked, until this is disposed: whoever needs it waits.</summary>
sealed class TableLock(NpgsqlConnection connection, NpgsqlTransaction transaction) : IAsyncDisposable
{
    public static async Task<TableLock> TakeAsync(NpgsqlDataSource database, string table, string mode)
    {
        var connection = await database.OpenConnectionAsync(TestContext.Current.CancellationToken);
        var transaction = await connection.BeginTransactionAsync(TestContext.Current.CancellationToken);
        await using var command = connection.CreateCommand();
        command.CommandText = $"lock table {table} in {mode} mode";
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        return new(connection, transaction);
    }

    public async ValueTask DisposeAsync()
    {
        await transaction.DisposeAsync();
        await connection.DisposeAsync();
    }
}
