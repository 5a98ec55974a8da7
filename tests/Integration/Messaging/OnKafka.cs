using Phase1.Messaging.Kafka;
using Phase1.Tests.Infrastructure;
using Phase1.Tests.Infrastructure.Engine;
using Phase1.Tests.Infrastructure.Kafka;

namespace Phase1.Integration.Tests.Messaging;

/// <summary>A namespace on the shared broker for the test that asks; without a broker the test is skipped.</summary>
static class OnKafka
{
    public static Task<KafkaNamespace> NamespaceAsync()
    {
        Assert.SkipWhen(KafkaBroker.Missing is not null, KafkaBroker.Missing ?? "");
        return KafkaNamespace.OpenAsync();
    }

    public static async Task<EngineWorld> WorldAsync(
        string hint,
        PostgresServer? server = null,
        Action<KafkaLogOptions>? configure = null
    ) => await EngineWorld.CreateAsync(hint, server, await NamespaceAsync(), configure);
}
