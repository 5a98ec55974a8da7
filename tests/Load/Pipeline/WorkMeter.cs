using Npgsql;
using Phase1.Load.Suite;

namespace Phase1.Load.Pipeline;

/// <summary>Counts the suite's statements, commits and requests, from outside: by PostgreSQL's statistics and the services' metrics.</summary>
sealed class WorkMeter : IAsyncDisposable
{
    const int StatementsShown = 15;

    const string Begin = "create extension if not exists pg_stat_statements; select pg_stat_statements_reset()";

    const string Statements = """
        select d.datname, sum(s.calls)::bigint from pg_stat_statements s join pg_database d on d.oid = s.dbid
        where d.datname = any($1) and s.query !~* '^(begin|commit|rollback)' group by d.datname
        """;

    const string Commits = "select datname, xact_commit from pg_stat_database where datname = any($1)";

    const string ByStatement = """
        select datname, calls, total_exec_time, buffers, statement
        from (
            select d.datname, s.calls, s.total_exec_time, s.shared_blks_hit + s.shared_blks_read as buffers,
                left(regexp_replace(s.query, '\s+', ' ', 'g'), 160) as statement,
                row_number() over (partition by d.datname order by s.calls desc) as place
            from pg_stat_statements s join pg_database d on d.oid = s.dbid
            where d.datname = any($1)) as ranked
        where place <= $2
        order by datname, place
        """;

    readonly RunningSuite _suite;
    readonly NpgsqlDataSource _server;
    readonly Dictionary<string, string> _names;
    IReadOnlyDictionary<string, long> _commits = new Dictionary<string, long>();
    IReadOnlyDictionary<string, long> _requests = new Dictionary<string, long>();

    WorkMeter(RunningSuite suite)
    {
        _suite = suite;
        _server = NpgsqlDataSource.Create(suite.Server.ConnectionString);
        _names = suite.DatabaseNames.ToDictionary(database => database.Value, database => database.Key);
    }

    /// <summary>Begins to count.</summary>
    internal static async Task<WorkMeter> StartAsync(RunningSuite suite, CancellationToken cancellationToken)
    {
        var meter = new WorkMeter(suite);
        await using (var begin = meter._server.CreateCommand(Begin))
        {
            await begin.ExecuteNonQueryAsync(cancellationToken);
        }
        meter._commits = await meter.CountAsync(Commits, cancellationToken);
        meter._requests = await RequestCounts.ReadAsync(suite, cancellationToken);
        return meter;
    }

    /// <summary>What has been done since the start, for each of so many batches.</summary>
    internal async Task<WorkFigures> ReadAsync(int batches, CancellationToken cancellationToken) =>
        new(
            WorkFigures.ABatch(await CountAsync(Statements, cancellationToken), batches),
            WorkFigures.ABatch(Since(_commits, await CountAsync(Commits, cancellationToken)), batches),
            WorkFigures.ABatch(Since(_requests, await RequestCounts.ReadAsync(_suite, cancellationToken)), batches),
            await ByStatementAsync(batches, cancellationToken)
        );

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    static Dictionary<string, long> Since(IReadOnlyDictionary<string, long> before, IReadOnlyDictionary<string, long> now) =>
        now.ToDictionary(count => count.Key, count => count.Value - before[count.Key]);

    async Task<IReadOnlyDictionary<string, long>> CountAsync(string sql, CancellationToken cancellationToken)
    {
        await using var command = _server.CreateCommand(sql);
        command.Parameters.Add(new() { Value = _names.Keys.ToArray() });
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var counts = new Dictionary<string, long>();
        while (await reader.ReadAsync(cancellationToken))
        {
            counts[_names[reader.GetString(0)]] = reader.GetInt64(1);
        }
        return counts;
    }

    async Task<IReadOnlyList<StatementFigures>> ByStatementAsync(int batches, CancellationToken cancellationToken)
    {
        await using var command = _server.CreateCommand(ByStatement);
        command.Parameters.Add(new() { Value = _names.Keys.ToArray() });
        command.Parameters.Add(new() { Value = StatementsShown });
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var figures = new List<StatementFigures>();
        while (await reader.ReadAsync(cancellationToken))
        {
            var calls = reader.GetInt64(1);
            figures.Add(
                new(
                    _names[reader.GetString(0)],
                    Math.Round((double)calls / batches, 2),
                    Math.Round(reader.GetDouble(2) / batches, 2),
                    Math.Round((double)reader.GetInt64(3) / calls, 1),
                    reader.GetString(4)
                )
            );
        }
        return figures;
    }
}
