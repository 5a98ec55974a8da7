using Phase1.Messaging.Kafka;
using Phase1.Tests.Infrastructure.Kafka;

namespace Phase1.Integration.Tests.Messaging.Kafka;

/// <summary>A broker of these tests' own, which they may stop and pause, with a SASL_SSL listener beside the plain one.</summary>
public sealed class SecureBroker : IAsyncLifetime
{
    public const string User = "phase1";
    public const string Password = "right-password";
    const int SecureStep = 2;

    KafkaBroker? _broker;

    /// <summary>The broker; the test is skipped where none can be had.</summary>
    public KafkaBroker Broker
    {
        get
        {
            Assert.SkipWhen(KafkaBroker.PrivateMissing is not null, KafkaBroker.PrivateMissing ?? "");
            return _broker!;
        }
    }

    public string SecureServers
    {
        get
        {
            var parts = Broker.BootstrapServers.Split(':');
            return $"{parts[0]}:{int.Parse(parts[1]) + SecureStep}";
        }
    }

    public string Authority => Path.Combine(Broker.Folder, "ca.pem");

    /// <summary>The options of a service that may come in.</summary>
    public KafkaLogOptions Secure(Action<KafkaLogOptions>? configure = null)
    {
        var options = new KafkaLogOptions
        {
            BootstrapServers = SecureServers,
            SecurityProtocol = "SaslSsl",
            SaslUsername = User,
            SaslPassword = Password,
            SslCaLocation = Authority,
        };
        configure?.Invoke(options);
        return options;
    }

    public async ValueTask InitializeAsync()
    {
        if (KafkaBroker.PrivateMissing is null)
        {
            _broker = await KafkaBroker.StartPrivateAsync("--secure", $"{User}:{Password}");
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_broker is not null)
        {
            await _broker.DisposeAsync();
        }
    }
}
