using System.Diagnostics;
using System.Globalization;
using Phase1.Events;
using Phase1.Messaging.Kafka;
using Phase1.Servers.Kafka;
using Phase1.Servers.Processes;
using Phase1.Tests.Infrastructure.Kafka;

namespace Phase1.Integration.Tests.Messaging.Kafka;

/// <summary>A broker that knows every service by its name and lets each do what deploy/kafka/acls.txt lists. The plain listener is the operator's.</summary>
public sealed class GuardedBroker : IAsyncLifetime
{
    /// <summary>A producer outside the suite that has been let in.</summary>
    public const string Outside = "school_portal";

    /// <summary>Whom the broker knows and nobody has given a right.</summary>
    public const string Stranger = "stranger";

    const int SecureStep = 2;

    KafkaBroker? _broker;

    KafkaBroker Broker
    {
        get
        {
            Assert.SkipWhen(KafkaBroker.PrivateMissing is not null, KafkaBroker.PrivateMissing ?? "");
            return _broker!;
        }
    }

    /// <summary>The log as a principal sees it; null is the operator, who may do everything.</summary>
    public KafkaLog As(string? principal)
    {
        var place = Broker.BootstrapServers.Split(':');
        var securePort = int.Parse(place[1], CultureInfo.InvariantCulture) + SecureStep;
        var options = new KafkaLogOptions
        {
            BootstrapServers = principal is null ? Broker.BootstrapServers : $"{place[0]}:{securePort}",
            PublishTimeout = TimeSpan.FromSeconds(30),
        };
        if (principal is not null)
        {
            options.SecurityProtocol = "SaslSsl";
            options.SaslUsername = principal;
            options.SaslPassword = PasswordOf(principal);
            options.SslCaLocation = Path.Combine(Broker.Folder, "ca.pem");
        }
        return new(options);
    }

    public async ValueTask InitializeAsync()
    {
        if (KafkaBroker.PrivateMissing is not null)
        {
            return;
        }
        _broker = await KafkaBroker.StartPrivateAsync("--secure", "first:password");
        await _broker.DoAsync("stop");
        await File.AppendAllTextAsync(Path.Combine(_broker.Folder, "node-1", "server.properties"), Guard());
        await _broker.DoAsync("start");
        await ApplyRightsAsync(_broker);
    }

    public async ValueTask DisposeAsync()
    {
        if (_broker is not null)
        {
            await _broker.DisposeAsync();
        }
    }

    static string PasswordOf(string principal) => $"password-of-{principal}";

    // Of a setting that stands there twice the last one counts.
    static string Guard()
    {
        var users = ServiceNames.All.Append(Outside).Append(Stranger).Select(name => $"user_{name}=\"{PasswordOf(name)}\"");
        return $"""

            authorizer.class.name=org.apache.kafka.metadata.authorizer.StandardAuthorizer
            super.users=User:ANONYMOUS
            listener.name.secure.plain.sasl.jaas.config=org.apache.kafka.common.security.plain.PlainLoginModule required {string.Join(
                ' ',
                users
            )};

            """;
    }

    static async Task ApplyRightsAsync(KafkaBroker broker)
    {
        var tool = KafkaTool.Path!;
        var jars = Path.Combine(Path.GetDirectoryName(tool)!, "lib", "*");
        var script = new ProcessStartInfo(
            Repository.PathOf("deploy/kafka/apply-acls"),
            ["--bootstrap-server", broker.BootstrapServers, "--outside", $"User:{Outside}"]
        );
        script.Environment["KAFKA_ACLS"] = $"java -cp {jars} org.apache.kafka.tools.AclCommand";
        foreach (var (name, value) in await ToolEnvironment.QuickAsync(tool))
        {
            script.Environment[name] = value;
        }
        await Programs.RunAsync(script);
    }
}
