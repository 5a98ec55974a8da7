using Npgsql;
using Phase1.Messaging.Storage;

namespace Phase1.Tickets.Schema;

/// <summary>Applies the numbered files at start, under the engine's lock.</summary>
sealed class TicketSchemaStep(SqlMigrationRunner runner) : ISchemaStep
{
    public Task ApplyAsync(NpgsqlConnection connection, CancellationToken cancellationToken) =>
        runner.ApplyAsync(connection, cancellationToken);
}
