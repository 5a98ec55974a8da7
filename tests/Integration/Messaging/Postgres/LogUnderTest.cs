using Npgsql;
using Phase1.Messaging.Log;
using Phase1.Messaging.Postgres;
using Phase1.Tests.Infrastructure;

namespace Phase1.Integration.Tests.Messaging.Postgres;

/// <summary>A log on a database of its own, with one topic of one partition, so that offsets are easily told.</summary>
sealed class LogUnderTest(TestDatabase database, TimeSpan pollInterval) : IAsyncDisposable
{
    internal const string Topic = "files.v1";

    readonly PostgresLog _log = new(
        new()
        {
            ConnectionString = database.ConnectionString,
            RebalanceInterval = TimeSpan.FromMilliseconds(20),
            PollInterval = pollInterval,
        }
    );

    internal PostgresLog Log => _log;

    static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <param name="hint">Begins the database's name.</param>
    /// <param name="pollInterval">How often members look by themselves; every 10 ms when not given.</param>
    internal static async Task<LogUnderTest> StartAsync(string hint, TimeSpan? pollInterval = null)
    {
        var database = await (await PostgresServer.SharedAsync()).CreateDatabaseAsync(hint);
        var test = new LogUnderTest(database, pollInterval ?? TimeSpan.FromMilliseconds(10));
        await test.Log.EnsureTopicsAsync([Topic], 1, Token);
        return test;
    }

    /// <summary>Appends records, each a publication of its own, that are as old as the test says.</summary>
    internal async Task AppendAsync(int records, int daysOld)
    {
        for (var i = 0; i < records; i++)
        {
            await _log.PublishAsync([new OutgoingRecord(Topic, "a", "{}"u8.ToArray(), "{}")], Token);
        }
        await ExecuteAsync(
            $"""
            update log_batches set appended_at = clock_timestamp() - interval '{daysOld} days'
            where last_offset >= (select max(last_offset) - {records} + 1 from log_batches)
            """
        );
    }

    /// <summary>Has a member of the group read so many records and store that it has.</summary>
    internal async Task ReadAsync(string group, int records)
    {
        await using var member = _log.Join(group, [Topic]);
        (await PollAsync(member, records)).Records.Count.ShouldBe(records);
        await member.CommitAsync(Token);
    }

    /// <summary>One poll of a member that may take what time it needs.</summary>
    internal static Task<LogPoll> PollAsync(ILogConsumer member, int records = 100) =>
        member.PollAsync(records, TimeSpan.FromSeconds(records == 0 ? 1 : 10), Token);

    internal Task<IReadOnlyList<long>> OffsetsAsync() => ColumnAsync<long>("select last_offset from log_batches order by 1");

    internal Task<IReadOnlyList<string>> TablesAsync() =>
        ColumnAsync<string>("select tablename from pg_tables where schemaname = 'public'");

    async Task<IReadOnlyList<T>> ColumnAsync<T>(string sql)
    {
        await using var command = database.DataSource.CreateCommand(sql);
        await using var reader = await command.ExecuteReaderAsync(Token);
        var values = new List<T>();
        while (await reader.ReadAsync(Token))
        {
            values.Add(reader.GetFieldValue<T>(0));
        }
        return values;
    }

    internal async Task ExecuteAsync(string sql)
    {
        await using var command = database.DataSource.CreateCommand(sql);
        await command.ExecuteNonQueryAsync(Token);
    }

    public async ValueTask DisposeAsync()
    {
        await _log.DisposeAsync();
        await database.DisposeAsync();
    }
}
