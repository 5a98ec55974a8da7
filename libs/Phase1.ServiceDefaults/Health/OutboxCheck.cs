using Npgsql;
using Phase1.Messaging.Background;

namespace Phase1.ServiceDefaults;

/// <summary>Facts leave the outbox. While the log is away the service works on; the growing age tells the operator.</summary>
sealed class OutboxCheck(NpgsqlDataSource database, EngineGate gate, TimeProvider clock) : IReadinessCheck
{
    // The limit of the alert in the specification.
    static readonly TimeSpan Tolerated = TimeSpan.FromSeconds(60);

    public string Name => "outbox";

    public async Task<Readiness> CheckAsync(CancellationToken cancellationToken)
    {
        if (!gate.IsOpen)
        {
            return new Readiness(ReadinessStatus.NotReady, $"Waiting for {gate.WaitingFor}.");
        }
        try
        {
            // The oldest fact that the log has not acknowledged.
            await using var command = database.CreateCommand("select created_at from outbox order by id limit 1");
            return await command.ExecuteScalarAsync(cancellationToken) is DateTime oldest
                ? Of(clock.GetUtcNow() - new DateTimeOffset(oldest, TimeSpan.Zero))
                : new Readiness(ReadinessStatus.Ready, "Empty.");
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
