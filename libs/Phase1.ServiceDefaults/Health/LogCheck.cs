using Phase1.Messaging;
using Phase1.Messaging.Log;

namespace Phase1.ServiceDefaults;

/// <summary>The log answers. Without it requests are still served and facts wait in the outbox, hence degraded and not failing.</summary>
sealed class LogCheck(ILog log) : IReadinessCheck
{
    public string Name => "log";

    public async Task<Readiness> CheckAsync(CancellationToken cancellationToken)
    {
        try
        {
            await log.PingAsync(cancellationToken);
            return new Readiness(ReadinessStatus.Ready, "Answers.");
        }
        catch (InfrastructureException)
        {
            return new Readiness(ReadinessStatus.Degraded, "The log does not answer; events wait in the outbox.");
        }
    }
}
