using Npgsql;
using Phase1.Tests.Infrastructure.Suites;

namespace Phase1.EndToEnd.Tests.OutsideProducers;

/// <summary>What the services' databases hold.</summary>
static class SuiteTables
{
    static readonly string[] Services =
    [
        SuiteUnderTest.BatchOrchestrator,
        SuiteUnderTest.EssayLifecycle,
        SuiteUnderTest.Nlp,
        SuiteUnderTest.ClassManagement,
        SuiteUnderTest.FileIntake,
    ];

    static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>The rows of a query, each as one text.</summary>
    public static async Task<List<string>> TextsAsync(this SuiteUnderTest suite, string service, string sql, params object[] values)
    {
        await using var command = suite.Database(service).CreateCommand(sql);
        foreach (var value in values)
        {
            command.Parameters.Add(new NpgsqlParameter { Value = value });
        }
        await using var reader = await command.ExecuteReaderAsync(Token);
        var rows = new List<string>();
        while (await reader.ReadAsync(Token))
        {
            rows.Add(reader.GetString(0));
        }
        return rows;
    }

    /// <summary>The tables of all services in which a word stands, wherever in a row.</summary>
    public static async Task<List<string>> HoldingAsync(this SuiteUnderTest suite, string word)
    {
        var found = new List<string>();
        foreach (var service in Services)
        {
            var tables = await suite.TextsAsync(
                service,
                "select quote_ident(table_name) from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'"
            );
            var search = string.Join(
                " union all ",
                tables.Select(t => $"(select '{service}.{t}' from {t} r where r::text ilike $1 limit 1)")
            );
            found.AddRange(await suite.TextsAsync(service, search, $"%{word}%"));
        }
        return found;
    }
}
