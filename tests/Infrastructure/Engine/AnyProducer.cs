using Phase1.Messaging.Records;

namespace Phase1.Tests.Infrastructure.Engine;

/// <summary>Rules for programs that are no service of the suite and record facts of the catalogue all the same.</summary>
public sealed class AnyProducer : IProducerRules
{
    public bool Allow(string topic, string source) => true;
}
