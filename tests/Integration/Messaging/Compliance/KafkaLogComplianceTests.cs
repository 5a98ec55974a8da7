using Phase1.Messaging.Kafka;
using Phase1.Messaging.Log;
using Phase1.Tests.Infrastructure.Kafka;

namespace Phase1.Integration.Tests.Messaging.Compliance;

/// <summary>The log on Kafka does what every log must do, on a real broker.</summary>
public sealed class KafkaLogComplianceTests : LogCompliance
{
    protected override async Task<ILogHarness> OpenAsync()
    {
        Assert.SkipWhen(KafkaBroker.Missing is not null, KafkaBroker.Missing ?? "");
        return new Harness((await KafkaBroker.SharedAsync()).BootstrapServers);
    }

    // Every test has topics and groups of its own: their names begin with its prefix.
    sealed class Harness(string bootstrapServers) : ILogHarness
    {
        readonly string _prefix = $"t{Guid.CreateVersion7(TimeProvider.System.GetUtcNow()):N}.";
        readonly List<PrefixedLog> _instances = [];

        public TimeSpan Patience => TimeSpan.FromSeconds(30);

        public int MaxRecordBytes => 4 << 20;

        public ILog Open()
        {
            var log = new KafkaLog(new() { BootstrapServers = bootstrapServers, SessionTimeout = TimeSpan.FromSeconds(2) });
            var instance = new PrefixedLog(log, _prefix);
            _instances.Add(instance);
            return instance;
        }

        public Task KillAsync(ILog instance) => ((PrefixedLog)instance).AbandonAsync();

        public async ValueTask DisposeAsync()
        {
            foreach (var instance in _instances)
            {
                await instance.DisposeAsync();
            }
        }
    }
}
