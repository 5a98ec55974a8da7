using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;
using Phase1.Tickets.Schema;
using Phase1.Tickets.Store;

namespace Phase1.Integration.Tests.Tickets;

/// <summary>Tickets in a file.</summary>
public sealed class SqliteRoom : TicketRoom
{
    readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("phase1-tickets-");

    internal override ITicketSessions Sessions => field ??= new SqliteSessions(File);

    internal override SqlDialect Dialect => SqliteDialect.Instance;

    string File => Path.Combine(_folder.FullName, "tickets.db");

    public override async ValueTask InitializeAsync()
    {
        await using var connection = new SqliteConnection(new SqliteSessions(File).ConnectionString);
        await connection.OpenAsync();
        await new SqlMigrationRunner(
            Dialect,
            MigrationFile.Of(Dialect.Folder),
            TimeProvider.System,
            NullLogger<SqlMigrationRunner>.Instance
        ).ApplyAsync(connection, CancellationToken.None);
    }

    public override ValueTask DisposeAsync()
    {
        _folder.Delete(recursive: true);
        return ValueTask.CompletedTask;
    }

    protected override string Trap(string table, string operation, string column, string ticket) =>
        $"""
            create trigger trap before {operation} on {table} when new.{column} = '{ticket}' begin select raise(abort, 'planted'); end
            """;

    protected override string WithoutTrap(string table) => "drop trigger trap";
}
