using Phase1.Servers;
using Phase1.Servers.Suites;
using Phase1.Tests.Infrastructure;
using Phase1.Tests.Infrastructure.Engine;
using Phase1.Tests.Infrastructure.Kafka;

namespace Phase1.EndToEnd.Tests.Outages;

/// <summary>A service whose broker is not there yet waits and says so; one that the broker refuses ends and says why.</summary>
[Collection(nameof(OneOutageAtATime))]
public sealed class StartTests
{
    static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_service_waits_for_its_broker_says_so_and_becomes_ready_when_it_comes()
    {
        Assert.SkipWhen(KafkaBroker.PrivateMissing is not null, KafkaBroker.PrivateMissing ?? "");
        await using var broker = await KafkaBroker.StartPrivateAsync();
        await broker.DoAsync("stop");
        await using var database = await (await PostgresServer.SharedAsync()).CreateDatabaseAsync("waits");
        await using var service = Start(database, new() { ["Kafka__BootstrapServers"] = broker.BootstrapServers });

        await Eventually.BecomesTrueAsync(
            async () => (await service.ReadinessAsync(Token)).Page.Contains("Waiting for the log", StringComparison.Ordinal),
            Patience,
            Token
        );
        await Eventually.BecomesTrueAsync(
            () => Task.FromResult(service.Process.Words.Contains("Waiting for the log", StringComparison.Ordinal)),
            Token
        );
        await broker.DoAsync("start");

        await Eventually.BecomesTrueAsync(async () => (await service.ReadinessAsync(Token)).IsReady, Patience, Token);
    }

    [Fact]
    public async Task A_service_with_a_wrong_password_ends_with_an_error_that_says_so_and_does_not_repeat_it()
    {
        Assert.SkipWhen(KafkaBroker.PrivateMissing is not null, KafkaBroker.PrivateMissing ?? "");
        await using var broker = await KafkaBroker.StartPrivateAsync("--secure", "phase1:right-password");
        await using var database = await (await PostgresServer.SharedAsync()).CreateDatabaseAsync("refused");
        var place = broker.BootstrapServers.Split(':');
        await using var service = Start(
            database,
            new()
            {
                ["Kafka__BootstrapServers"] = $"{place[0]}:{int.Parse(place[1]) + 2}",
                ["Kafka__SecurityProtocol"] = "SaslSsl",
                ["Kafka__SslCaLocation"] = Path.Combine(broker.Folder, "ca.pem"),
                ["Kafka__SaslUsername"] = "phase1",
                ["Kafka__SaslPassword"] = "wrong-password",
            }
        );

        (await service.Process.EndAsync(Patience, Token)).ShouldBe(1, service.Process.Words);

        service.Process.Words.ShouldContain("The brokers refuse this service");
        service.Process.Words.ShouldNotContain("wrong-password");
    }

    [Theory]
    [InlineData("Messaging__Transport", "Rabbit", "Messaging:Transport must be Postgres or Kafka.")]
    [InlineData("Kafka__BootstrapServers", "", "Kafka:BootstrapServers must name at least one broker as host:port.")]
    [InlineData("Kafka__SecurityProtocol", "SaslSsl", "Kafka:SaslUsername and Kafka:SaslPassword must be set")]
    [InlineData("Kafka__SslCaLocation", "/nowhere/ca.pem", "Kafka:SslCaLocation names a file that is not there.")]
    public async Task A_setting_that_cannot_be_used_ends_the_service_at_once(string setting, string value, string sentence)
    {
        await using var database = await (await PostgresServer.SharedAsync()).CreateDatabaseAsync("settings");
        var settings = new Dictionary<string, string> { ["Kafka__BootstrapServers"] = "127.0.0.1:1", [setting] = value };
        await using var service = Start(database, settings);

        (await service.Process.EndAsync(Patience, Token)).ShouldBe(78, service.Process.Words);

        service.Process.Words.ShouldContain(sentence);
    }

    static TimeSpan Patience => TimeSpan.FromMinutes(2);

    static ServiceProcess Start(TestDatabase database, Dictionary<string, string> settings)
    {
        var onKafka = new Dictionary<string, string>(settings)
        {
            ["ConnectionStrings__Database"] = database.ConnectionString,
            ["Messaging__Partitions"] = "4",
        };
        onKafka.TryAdd("Messaging__Transport", "Kafka");
        var service = new ServiceProcess(SuiteService.BatchOrchestrator, FreePort.Next(), onKafka);
        service.Process.Start();
        return service;
    }
}
