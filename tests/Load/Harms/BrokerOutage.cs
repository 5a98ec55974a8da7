using Phase1.Tests.Infrastructure.Kafka;

namespace Phase1.Load.Harms;

/// <summary>The broker is stopped, killed or paused, by turns, for some seconds.</summary>
sealed class BrokerOutage(KafkaBroker broker, TimeProvider clock) : IHarm
{
    static readonly (string Breaks, string Mends)[] Ways = [("kill", "start"), ("pause", "resume"), ("stop", "start")];
    int _next;

    public async Task<string> HappenAsync(Random random, CancellationToken cancellationToken)
    {
        var (breaks, mends) = Ways[_next++ % Ways.Length];
        var outage = TimeSpan.FromMilliseconds(random.Next(500, 4000));
        await broker.DoAsync(breaks);
        try
        {
            await Task.Delay(outage, clock, cancellationToken);
        }
        finally
        {
            await broker.DoAsync(mends);
        }
        return $"the broker: {breaks}, {mends}";
    }
}
