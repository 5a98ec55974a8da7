using Npgsql;
using Phase1.Messaging.Background;
using Phase1.ServiceDefaults;

namespace Phase1.Tickets.Schema;

/// <summary>Every numbered file that this build knows was applied.</summary>
sealed class TicketSchemaCheck(EngineGate gate, NpgsqlDataSource database, SqlMigrationRunner runner) : IReadinessCheck
{
    public string Name => "tickets_schema";

    public async Task<Readiness> CheckAsync(CancellationToken cancellationToken)
    {
        if (!gate.IsOpen)
        {
            return new(ReadinessStatus.NotReady, $"Waiting for {gate.WaitingFor}.");
        }
        try
        {
            await using var connection = await database.OpenConnectionAsync(cancellationToken);
            return await runner.MissingAsync(connection, cancellationToken) is [var missing, ..]
                ? new(ReadinessStatus.NotReady, $"The database lacks {missing}.")
                : new(ReadinessStatus.Ready, $"Version {runner.Latest}.");
        }
        catch (NpgsqlException)
        {
            return new(ReadinessStatus.NotReady, "The database does not answer.");
        }
    }
}
