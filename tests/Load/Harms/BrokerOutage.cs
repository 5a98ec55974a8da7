using Phase1.Tests.Infrastructure.Kafka;

namespace Phase1.Load.Harms;

/// <summary>The broker is killed, paused or stopped, by turns: for some seconds, but stopped for a minute, as one that is upgraded.</summary>
sealed class BrokerOutage(KafkaBroker broker, TimeProvider clock) : IHarm
{
    static readonly (string Breaks, string Mends, int Shortest, int Longest)[] Ways =
    [
        ("kill", "start", 500, 4000),
        ("pause", "resume", 500, 4000),
        ("stop", "start", 60_000, 61_000),
    ];

    int _next;

    public string Kind => "broker_outage";

    public async Task<string> HappenAsync(Random random, CancellationToken cancellationToken)
    {
        var (breaks, mends, shortest, longest) = Ways[_next++ % Ways.Length];
        var outage = TimeSpan.FromMilliseconds(random.Next(shortest, longest));
        await broker.DoAsync(breaks);
        try
        {
            await Task.Delay(outage, clock, cancellationToken);
        }
        finally
        {
            await broker.DoAsync(mends);
        }
        return $"the broker: {breaks}, {mends} after {outage.TotalSeconds:N0} s";
    }
}
