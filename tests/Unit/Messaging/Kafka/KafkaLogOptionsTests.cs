using Phase1.Messaging.Kafka;

namespace Phase1.Unit.Tests.Messaging.Kafka;

/// <summary>What the log's options allow.</summary>
public sealed class KafkaLogOptionsTests
{
    // Whatever else is set: these decide that nothing is lost, doubled or reordered.
    [Fact]
    public void No_setting_from_outside_weakens_what_delivery_depends_on()
    {
        var options = new KafkaLogOptions
        {
            BootstrapServers = "kafka:9092",
            Settings =
            {
                ["acks"] = "1",
                ["enable.idempotence"] = "false",
                ["message.timeout.ms"] = "5000",
                ["enable.auto.offset.store"] = "true",
                ["partition.assignment.strategy"] = "cooperative-sticky",
            },
        };

        var producer = ClientSettings.ForProducer(options).ToDictionary(setting => setting.Key, setting => setting.Value);
        var consumer = ClientSettings.ForConsumer(options, "group").ToDictionary(setting => setting.Key, setting => setting.Value);
        (producer["acks"], producer["enable.idempotence"], producer["message.timeout.ms"]).ShouldBe(("-1", "True", "0"));
        producer["enable.gapless.guarantee"].ShouldBe("True");
        (consumer["enable.auto.offset.store"], consumer["partition.assignment.strategy"]).ShouldBe(("False", "range"));
    }

    [Theory]
    [InlineData("SaslSsl", null, null)]
    [InlineData("SaslSsl", "phase1", null)]
    [InlineData("Telepathy", null, null)]
    public void Settings_that_cannot_work_are_named_before_anything_is_opened(string protocol, string? user, string? password) =>
        new KafkaLogOptions
        {
            BootstrapServers = "kafka:9092",
            SecurityProtocol = protocol,
            SaslUsername = user,
            SaslPassword = password,
        }
            .Validate()
            .ShouldHaveSingleItem()
            .ShouldStartWith("Kafka:S");
}
