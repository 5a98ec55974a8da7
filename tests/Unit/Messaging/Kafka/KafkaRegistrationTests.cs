using Phase1.Messaging.Kafka;

namespace Phase1.Unit.Tests.Messaging.Kafka;

/// <summary>What is said in the words of MassTransit's riders arrives in the log's options.</summary>
public sealed class KafkaRegistrationTests
{
    [Fact]
    public void A_bare_host_speaks_plain_text()
    {
        var options = Configured(kafka => kafka.Host("kafka-1:9092,kafka-2:9092"));

        options.BootstrapServers.ShouldBe("kafka-1:9092,kafka-2:9092");
        options.SecurityProtocol.ShouldBe("Plaintext");
        options.Validate().ShouldBeEmpty();
    }

    [Theory]
    [InlineData(true, false, "Ssl")]
    [InlineData(false, true, "SaslPlaintext")]
    [InlineData(true, true, "SaslSsl")]
    public void What_the_host_uses_decides_the_protocol(bool ssl, bool sasl, string protocol)
    {
        var options = Configured(kafka =>
            kafka.Host(
                "kafka:9093",
                host =>
                {
                    if (sasl)
                    {
                        host.UseSasl("ScramSha512", "phase1", "secret");
                    }
                    if (ssl)
                    {
                        host.UseSsl();
                    }
                }
            )
        );

        options.SecurityProtocol.ShouldBe(protocol);
        options.Validate().ShouldBeEmpty();
    }

    [Fact]
    public void The_one_endpoint_of_all_topics_has_its_settings()
    {
        var options = Configured(kafka =>
        {
            kafka.Host("kafka:9092");
            kafka.TopicEndpoints(endpoint =>
            {
                endpoint.SessionTimeout = TimeSpan.FromSeconds(7);
                endpoint.MaxPollInterval = TimeSpan.FromSeconds(70);
                endpoint.CreateIfMissing(create: false, replicationFactor: 3);
            });
            kafka.Set("client.rack", "north");
        });

        (options.SessionTimeout.TotalSeconds, options.MaxPollInterval.TotalSeconds).ShouldBe((7, 70));
        (options.CreateTopics, options.ReplicationFactor).ShouldBe((false, (short)3));
        options.Settings["client.rack"].ShouldBe("north");
    }

    // Whatever else is set: these decide that nothing is lost, doubled or reordered.
    [Fact]
    public void No_setting_from_outside_weakens_what_delivery_depends_on()
    {
        var options = Configured(kafka =>
        {
            kafka.Host("kafka:9092");
            kafka.Set("acks", "1");
            kafka.Set("enable.idempotence", "false");
            kafka.Set("message.timeout.ms", "5000");
            kafka.Set("enable.auto.commit", "true");
            kafka.Set("partition.assignment.strategy", "cooperative-sticky");
        });

        var producer = ClientSettings.ForProducer(options).ToDictionary(setting => setting.Key, setting => setting.Value);
        var consumer = ClientSettings.ForConsumer(options, "group").ToDictionary(setting => setting.Key, setting => setting.Value);
        (producer["acks"], producer["enable.idempotence"], producer["message.timeout.ms"]).ShouldBe(("-1", "True", "0"));
        producer["enable.gapless.guarantee"].ShouldBe("True");
        (consumer["enable.auto.commit"], consumer["partition.assignment.strategy"]).ShouldBe(("False", "range"));
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

    static KafkaLogOptions Configured(Action<KafkaConfigurator> configure)
    {
        var kafka = new KafkaConfigurator();
        configure(kafka);
        return kafka.Options;
    }
}
