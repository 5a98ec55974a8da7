using Confluent.Kafka.Admin;
using Phase1.Events;
using Phase1.Integration.Tests.Messaging;
using Phase1.Messaging.Kafka;
using Phase1.Messaging.Log;

namespace Phase1.Integration.Tests.ModelGateway.Alerts;

public sealed class ThresholdOnKafkaTests
{
    static readonly DateTimeOffset Noon = new(2026, 1, 5, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    [Trait("Scenario", "COST-52")]
    public async Task Whatever_is_told_of_a_threshold_is_there_behind_Kafka()
    {
        await using var kafka = await OnKafka.NamespaceAsync();
        IFact told = new LlmBudgetThresholdReached
        {
            WorkspaceId = "org:school",
            BudgetId = Guid.CreateVersion7(Noon),
            ScopeType = "teacher",
            ScopeId = "teacher-å",
            Unit = "money",
            Period = "day",
            PeriodKey = "2026-01-05",
            LimitVersion = 3,
            Threshold = "exceeded",
            Percent = "100.01",
            Spent = "10.0010000001",
            LimitAmount = "10",
            Currency = "SEK",
            Severity = "critical",
            PeriodEndsAt = Noon.AddHours(11),
            Refused = true,
        };
        var topic = Topics.Of(told);
        await kafka.CreateTopicAsync(new TopicSpecification { Name = kafka.Prefix + topic, NumPartitions = 1 });
        await using var log = new KafkaLog(kafka.Options());
        var stamp = new EnvelopeStamp(Guid.CreateVersion7(Noon), Noon, "model_gateway_service", Guid.CreateVersion7(Noon));

        await log.PublishAsync(
            [new OutgoingRecord(kafka.Prefix + topic, told.PartitionKey, EnvelopeSerializer.Write(told, stamp), "{}")],
            TestContext.Current.CancellationToken
        );

        var record = (await kafka.Topics.ReadAsync([topic], TestContext.Current.CancellationToken)).ShouldHaveSingleItem();
        EnvelopeSerializer.Read(record.Body, topic).Data.ShouldBe(told);
    }
}
