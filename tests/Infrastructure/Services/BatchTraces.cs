using Npgsql;

namespace Phase1.Tests.Infrastructure.Services;

/// <summary>Where in a service's database a batch is still named, in any column of any table; the log, which may lie in the same database, apart.</summary>
public static class BatchTraces
{
    /// <summary>What is left of a batch that is deleted.</summary>
    public const string Tombstone = "deleted_batches";

    const string SelectTables = """
        select tablename from pg_tables where schemaname = 'public' and tablename not like 'log\_%' order by tablename
        """;

    /// <summary>The tables with a row that names the batch; bytes are looked into too.</summary>
    public static async Task<IReadOnlyList<string>> TablesNamingAsync(this NpgsqlDataSource database, Guid batchId)
    {
        var naming = new List<string>();
        foreach (var table in await ReadAsync(database, SelectTables))
        {
            var found = await ReadAsync(
                database,
                $"""
                select 'found' from "{table}" t
                where strpos(t::text, '{batchId}') > 0 or strpos(t::text, encode(convert_to('{batchId}', 'UTF8'), 'hex')) > 0 limit 1
                """
            );
            naming.AddRange(found.Select(_ => table));
        }
        return naming;
    }

    static async Task<IReadOnlyList<string>> ReadAsync(NpgsqlDataSource database, string sql)
    {
        await using var command = database.CreateCommand(sql);
        await using var reader = await command.ExecuteReaderAsync();
        var values = new List<string>();
        while (await reader.ReadAsync())
        {
            values.Add(reader.GetString(0));
        }
        return values;
    }
}
