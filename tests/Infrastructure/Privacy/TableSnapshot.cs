using System.Text;
using Npgsql;

namespace Phase1.Tests.Infrastructure.Privacy;

/// <summary>Every row of every table of a service's database as text; the log, which may lie in the same database, apart.</summary>
public sealed class TableSnapshot
{
    const string SelectTables = "select tablename from pg_tables where schemaname = 'public' and tablename not like 'log\\_%'";

    // What goes on while nobody does anything.
    static readonly string[] EnginesOwn = ["inbox", "outbox", "consumed_offsets", "partition_owners", "privacy_requests"];

    readonly Dictionary<string, HashSet<string>> _rows;

    TableSnapshot(Dictionary<string, HashSet<string>> rows) => _rows = rows;

    /// <summary>Reads it.</summary>
    /// <param name="database">The service's database.</param>
    public static async Task<TableSnapshot> TakeAsync(NpgsqlDataSource database)
    {
        var rows = new Dictionary<string, HashSet<string>>();
        foreach (var table in (await ReadAsync(database, SelectTables)).Except(EnginesOwn))
        {
            rows[table] = [.. await ReadAsync(database, $"select t::text from \"{table}\" t")];
        }
        return new(rows);
    }

    /// <summary>The rows that are not there as they were any more, with their tables.</summary>
    /// <param name="after">A later one.</param>
    public IEnumerable<(string Table, string Row)> ChangedIn(TableSnapshot after) =>
        from table in _rows
        from row in table.Value
        where !after._rows[table.Key].Contains(row)
        select (table.Key, row);

    /// <summary>The tables with a row that holds a text, of bytes too.</summary>
    /// <param name="text">Without characters beyond ASCII.</param>
    public IEnumerable<string> TablesWith(string text) =>
        _rows.Where(table => table.Value.Any(row => Holds(row, text))).Select(table => table.Key).Order();

    /// <summary>Whether a row holds a text, in letters of any case, or bytes that are it.</summary>
    /// <param name="row">A row of a snapshot.</param>
    /// <param name="text">Without characters beyond ASCII.</param>
    public static bool Holds(string row, string text) =>
        row.Contains(text, StringComparison.OrdinalIgnoreCase)
        || row.Contains(Hex(text), StringComparison.Ordinal)
        || row.Contains(Hex(text.ToLowerInvariant()), StringComparison.Ordinal)
        || row.Contains(Hex(text.ToUpperInvariant()), StringComparison.Ordinal);

    static string Hex(string text) => Convert.ToHexStringLower(Encoding.ASCII.GetBytes(text));

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
