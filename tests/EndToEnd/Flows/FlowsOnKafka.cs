using Phase1.Events;
using Phase1.Tests.Infrastructure.Kafka;
using Phase1.Tests.Infrastructure.Suites;

namespace Phase1.EndToEnd.Tests.Flows;

// The same flows, with nothing else changed in any service than the log that its configuration names.

[Collection("flows on Kafka")]
public sealed class A_guest_batch_on_Kafka_goes_straight_to_ready(KafkaSuiteFixture fixture)
    : A_guest_batch_goes_straight_to_ready(fixture);

[Collection("flows on Kafka")]
public sealed class A_regular_batch_on_Kafka_goes_from_upload_to_ready(KafkaSuiteFixture fixture)
    : A_regular_batch_goes_from_upload_to_ready(fixture);

public sealed class An_undecided_batch_on_Kafka_is_released_by_the_deadline : An_undecided_batch_is_released_by_the_deadline
{
    // The course travels with the facts, whichever log carries them: one is enough here.
    protected override IReadOnlyList<CourseCode> Courses => [CourseCode.Eng6];

    protected override async Task<SuiteUnderTest> StartSuiteAsync()
    {
        Assert.SkipWhen(KafkaBroker.Missing is not null, KafkaBroker.Missing ?? "");
        return await SuiteUnderTest.StartAsync(kafka: await KafkaNamespace.OpenAsync());
    }
}

/// <summary>One suite on Kafka for all its flow tests.</summary>
public sealed class KafkaSuiteFixture : SuiteFixture
{
    protected override string? Missing => KafkaBroker.Missing;

    protected override async Task<SuiteUnderTest> StartAsync() => await SuiteUnderTest.StartAsync(kafka: await KafkaNamespace.OpenAsync());
}

[CollectionDefinition("flows on Kafka")]
public sealed class FlowsOnKafkaCollection : ICollectionFixture<KafkaSuiteFixture>;
