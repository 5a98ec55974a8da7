using Npgsql;

namespace Phase1.ServiceDefaults;

/// <summary>The database answers.</summary>
sealed class DatabaseCheck(HostSettings settings) : IReadinessCheck
{
    public string Name => "database";

    public async Task<Readiness> CheckAsync(CancellationToken cancellationToken)
    {
        try
        {
            await using var connection = new NpgsqlConnection(settings.Database);
            await connection.OpenAsync(cancellationToken);
            await using var command = new NpgsqlCommand("select 1", connection);
            await command.ExecuteScalarAsync(cancellationToken);
            return new Readiness(ReadinessStatus.Ready, "Answers.");
        }
        catch (NpgsqlException)
        {
            return new Readiness(ReadinessStatus.NotReady, "The database does not answer.");
        }
    }
}
