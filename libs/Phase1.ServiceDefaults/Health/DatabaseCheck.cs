using Npgsql;

namespace Phase1.ServiceDefaults;

/// <summary>The database answers.</summary>
sealed class DatabaseCheck(NpgsqlDataSource database) : IReadinessCheck
{
    public string Name => "database";

    public async Task<Readiness> CheckAsync(CancellationToken cancellationToken)
    {
        try
        {
            await using var command = database.CreateCommand("select 1");
            await command.ExecuteScalarAsync(cancellationToken);
            return new Readiness(ReadinessStatus.Ready, "Answers.");
        }
        catch (NpgsqlException)
        {
            return new Readiness(ReadinessStatus.NotReady, "The database does not answer.");
        }
    }
}
