using Phase1.Messaging.Kafka;
using Phase1.Messaging.Log;
using Phase1.Tests.Infrastructure.Engine;
using Phase1.Tests.Infrastructure.Kafka;

namespace Phase1.Integration.Tests.Messaging.Compliance;

/// <summary>The log on Kafka does what every log must do, on a real broker.</summary>
public sealed class KafkaLogComplianceTests : LogCompliance
{
    protected override async Task<ILogHarness> OpenAsync() => new Harness(await OnKafka.NamespaceAsync());

    sealed class Harness(KafkaNamespace kafka) : ILogHarness
    {
        readonly List<PrefixedLog> _instances = [];

        public TimeSpan Patience => Eventually.Patience;

        public int MaxRecordBytes => 4 << 20;

        public ILog Open()
        {
            var instance = new PrefixedLog(new KafkaLog(kafka.Options()), kafka.Prefix);
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
            await kafka.DisposeAsync();
        }
    }
}
