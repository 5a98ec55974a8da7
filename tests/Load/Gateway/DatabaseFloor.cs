using Npgsql;

namespace Phase1.Load.Gateway;

/// <summary>What the same database can do without a gateway: the references that the gateway is held beside.</summary>
/// <param name="connectionString">Of the gateway's database.</param>
/// <param name="clock">Measures.</param>
sealed class DatabaseFloor(string connectionString, TimeProvider clock)
{
    const int Commits = 500;
    const int AtOnce = 64;

    static readonly TimeSpan RaceTime = TimeSpan.FromSeconds(3);

    /// <summary>How long a committed transaction over three rows takes, one after the other, in milliseconds.</summary>
    internal async Task<IReadOnlyList<double>> CommitsAsync(CancellationToken cancellationToken)
    {
        await using var database = NpgsqlDataSource.Create(connectionString);
        await PrepareAsync(database, cancellationToken);
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        List<double> took = [];
        for (var i = 0; i < Commits; i++)
        {
            var began = clock.GetTimestamp();
            await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
            await using var batch = new NpgsqlBatch(connection, transaction)
            {
                BatchCommands =
                {
                    new("update bench_rows set n = n + 1 where id = 1"),
                    new("update bench_rows set n = n + 1 where id = 2"),
                    new("update bench_rows set n = n + 1 where id = 3"),
                },
            };
            await batch.ExecuteNonQueryAsync(cancellationToken);
            await transaction.CommitAsync(cancellationToken);
            took.Add(clock.GetElapsedTime(began).TotalMilliseconds);
        }
        return took;
    }

    /// <summary>Reservations a second on one row with a transaction for each, many at once: each waits for the commit before it.</summary>
    internal async Task<double> SinglesPerSecondAsync(CancellationToken cancellationToken)
    {
        await using var database = NpgsqlDataSource.Create($"{connectionString};Maximum Pool Size={AtOnce}");
        await PrepareAsync(database, cancellationToken);
        var (began, done) = (clock.GetTimestamp(), 0);
        await Task.WhenAll(
            Enumerable
                .Range(0, AtOnce)
                .Select(async _ =>
                {
                    while (clock.GetElapsedTime(began) < RaceTime)
                    {
                        await ReserveAsync(database, cancellationToken);
                        Interlocked.Increment(ref done);
                    }
                })
        );
        return done / clock.GetElapsedTime(began).TotalSeconds;
    }

    static async Task ReserveAsync(NpgsqlDataSource database, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await using var batch = new NpgsqlBatch(connection, transaction)
        {
            BatchCommands =
            {
                new("update bench_rows set n = n + 1 where id = 1 and n + 1 < 1000000000"),
                new("insert into bench_reservations (id) values (gen_random_uuid())"),
            },
        };
        await batch.ExecuteNonQueryAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    static async Task PrepareAsync(NpgsqlDataSource database, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(
            """
            create table if not exists bench_rows (id int primary key, n bigint not null) with (fillfactor = 50);
            create table if not exists bench_reservations (id uuid primary key);
            insert into bench_rows select i, 0 from generate_series(1, 3) i on conflict do nothing;
            """
        );
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
