using System.Text.RegularExpressions;
using Phase1.Tickets.Schema;
using Phase1.Tickets.Store;

namespace Phase1.Unit.Tests.Deployment;

/// <summary>Tables that numbered SQL makes, and no DbContext knows.</summary>
static partial class NumberedTables
{
    static readonly string Sql = string.Join('\n', MigrationFile.Of(PostgresDialect.Instance.Folder).Select(file => file.Text));

    internal static IEnumerable<string> Of(string service) =>
        service == "Tickets" ? Created().Matches(Sql).Select(table => table.Groups["name"].Value).Append("schema_migrations") : [];

    internal static bool IsIndexed(string table, string column) => Sql.Contains($" on {table} ({column}", StringComparison.Ordinal);

    [GeneratedRegex(@"^create table (?<name>\w+) \(", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex Created();
}
