using Phase1.Tests.Infrastructure;

namespace Phase1.Load.Harms;

/// <summary>PostgreSQL stops as in a crash (every session cut, no checkpoint) and comes back within a second or so.</summary>
sealed class DatabaseOutage(PostgresServer server, TimeProvider clock) : IHarm
{
    public string Kind => "database_outage";

    public async Task<string> HappenAsync(Random random, CancellationToken cancellationToken)
    {
        var outage = TimeSpan.FromMilliseconds(random.Next(1000));
        await server.StopImmediateAsync();
        try
        {
            await Task.Delay(outage, clock, cancellationToken);
        }
        finally
        {
            await server.StartAsync();
        }
        return "PostgreSQL stopped and started";
    }
}
