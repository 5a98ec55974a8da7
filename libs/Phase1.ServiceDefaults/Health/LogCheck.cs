using Phase1.Messaging;
using Phase1.Messaging.Log;

namespace Phase1.ServiceDefaults;

/// <summary>
/// The log answers and nothing about it wants looking at. Without it requests are still served and facts wait in the outbox, hence degraded and not
/// failing.
/// </summary>
sealed class LogCheck(ILog log, LogHealth health) : IReadinessCheck
{
    public string Name => "log";

    public async Task<Readiness> CheckAsync(CancellationToken cancellationToken)
    {
        try
        {
            await log.PingAsync(cancellationToken);
            return health.Warnings is { Count: > 0 } warnings
                ? new Readiness(ReadinessStatus.Degraded, string.Join(" ", warnings))
                : new Readiness(ReadinessStatus.Ready, "Answers.");
        }
        catch (InfrastructureException)
        {
            return new Readiness(ReadinessStatus.Degraded, "The log does not answer; events wait in the outbox.");
        }
    }
}
