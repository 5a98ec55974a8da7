using Npgsql;

namespace Phase1.ServiceDefaults;

/// <summary>Facts leave the outbox. While the log is away the service works on; the growing age tells the operator.</summary>
sealed class OutboxCheck(HostSettings settings, StartupGate gate, TimeProvider clock) : IReadinessCheck
{
    // The limit of the alert in the specification.
    static readonly TimeSpan Tolerated = TimeSpan.FromSeconds(60);

    public string Name => "outbox";

    public async Task<Readiness> CheckAsync(CancellationToken cancellationToken)
    {
        if (!gate.IsOpen)
        {
            return new Readiness(ReadinessStatus.NotReady, $"Waiting for {gate.WaitsFor}.");
        }
        try
        {
            await using var connection = new NpgsqlConnection(settings.Database);
            await connection.OpenAsync(cancellationToken);
            // The oldest fact that the log has not acknowledged.
            await using var command = new NpgsqlCommand("select min(created_at) from outbox", connection);
            return await command.ExecuteScalarAsync(cancellationToken) is not DateTime oldest
                ? new Readiness(ReadinessStatus.Ready, "Empty.")
                : Of(clock.GetUtcNow() - new DateTimeOffset(oldest, TimeSpan.Zero));
        }
        catch (NpgsqlException)
        {
            return new Readiness(ReadinessStatus.NotReady, "The database does not answer.");
        }
    }

    static Readiness Of(TimeSpan age) =>
        new(
            age > Tolerated ? ReadinessStatus.Degraded : ReadinessStatus.Ready,
            $"The oldest event has waited {(long)Math.Max(0, age.TotalSeconds)} s."
        );
}
