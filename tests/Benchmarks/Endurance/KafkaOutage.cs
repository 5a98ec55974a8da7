using Phase1.Tests.Infrastructure.Kafka;

namespace Phase1.Benchmarks.Endurance;

/// <summary>The log on a broker of its own, which is stopped.</summary>
sealed class KafkaOutage(KafkaBroker broker) : ILogOutage
{
    public static async Task<ILogOutage> PrepareAsync() => new KafkaOutage(await KafkaBroker.StartMeasuredAsync());

    public IReadOnlyDictionary<string, string?> Settings { get; } =
        new Dictionary<string, string?> { ["Messaging:Transport"] = "Kafka", ["Kafka:BootstrapServers"] = broker.BootstrapServers };

    public Task BeginAsync() => broker.DoAsync("stop");

    public Task EndAsync() => broker.DoAsync("start");

    public ValueTask DisposeAsync() => broker.DisposeAsync();
}
