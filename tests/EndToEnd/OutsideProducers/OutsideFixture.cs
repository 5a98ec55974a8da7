using Phase1.Tests.Infrastructure.Kafka;
using Phase1.Tests.Infrastructure.Suites;

namespace Phase1.EndToEnd.Tests.OutsideProducers;

/// <summary>A suite on Kafka, and kcat beside it.</summary>
public sealed class OutsideFixture : IAsyncLifetime
{
    OutsideProducer? _outside;

    /// <summary>The producer; a test that asks is skipped where there is no Kafka or no kcat.</summary>
    internal OutsideProducer Outside
    {
        get
        {
            Assert.SkipWhen(_outside is null, Kcat.Missing ?? "");
            return _outside!;
        }
    }

    public async ValueTask InitializeAsync()
    {
        if (Kcat.Missing is null)
        {
            var kafka = await KafkaNamespace.OpenAsync();
            var suite = await SuiteUnderTest.StartAsync(kafka: kafka);
            suite.Log.PassesOverGarbage = true;
            _outside = new OutsideProducer(new Phase1TestContext(suite), new Kcat(kafka));
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_outside is not null)
        {
            await _outside.Context.Suite.DisposeAsync();
        }
    }
}

[CollectionDefinition("outside producers")]
public sealed class OutsideProducersCollection : ICollectionFixture<OutsideFixture>;
