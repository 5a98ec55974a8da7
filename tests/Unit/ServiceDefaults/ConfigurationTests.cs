using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Phase1.ServiceDefaults;

namespace Phase1.Unit.Tests.ServiceDefaults;

public sealed class ConfigurationTests
{
    const string Database = "--ConnectionStrings:Database=Host=localhost;Database=d";
    const string Log = "--ConnectionStrings:Log=Host=localhost;Database=l";
    const string Key = "--Authentication:Callers:portal=0123456789abcdef";

    static WebApplication Build(Phase1Service service, params string[] args) => Phase1Host.Build(service, args);

    static string Refusal(Phase1Service service, params string[] args) =>
        Should.Throw<ConfigurationException>(() => Build(service, args)).Message;

    [Fact]
    public void A_missing_setting_is_named_with_its_environment_variable()
    {
        Refusal(new StoringService(), Key, Log)
            .ShouldBe("Invalid configuration: ConnectionStrings:Database is missing (environment variable ConnectionStrings__Database).");
        Refusal(new StoringService(), Key, Database).ShouldContain("ConnectionStrings:Log is missing");
        Refusal(new StoringService(), Key, Database, Log, "--Messaging:Partitions=0").ShouldContain("Messaging:Partitions");
        Refusal(new ProbeService()).ShouldContain("Authentication:Callers is missing");
    }

    [Theory]
    [InlineData("Probe:MaxEssays=0", "Probe:MaxEssays must be from 1 to 500.")]
    [InlineData("Probe:MaxEssays=many", "Probe:MaxEssays")]
    [InlineData("Probe:MaxEsays=7", "MaxEsays")]
    [InlineData("Otlp:Endpoint=collector", "Otlp:Endpoint")]
    [InlineData("Demo:Clock=/tmp/clock", "Demo:Clock")]
    [InlineData("Authentication:Callers:portal=short", "Authentication:Callers:portal")]
    [InlineData("Authentication:Callers:portal=0123456789abcdef,short", "Authentication:Callers:portal")]
    [InlineData("Authentication:Callers:portal=0123456789 abcdef", "Authentication:Callers:portal")]
    [InlineData("Authentication:Callers:nlp_service=0123456789abcdef", "nlp_service and portal have the same key")]
    [InlineData("Authentication:OwnKey=short", "Authentication:OwnKey")]
    public void A_bad_setting_is_named_in_one_line(string setting, string named)
    {
        var message = Refusal(new ProbeService(), Key, $"--{setting}");

        message.ShouldContain(named);
        message.ShouldNotContain("\n");
    }

    [Fact]
    public void A_connection_string_that_cannot_be_read_is_named_and_not_repeated()
    {
        var message = Refusal(new StoringService(), Key, Log, "--ConnectionStrings:Database=Pasword=hunter2");

        message.ShouldContain("ConnectionStrings:Database");
        message.ShouldNotContain("hunter2");
    }

    [Theory]
    [InlineData("Production")]
    [InlineData("Staging")]
    public void The_published_key_starts_nothing_outside_development(string environment) =>
        Refusal(new ProbeService(), $"--environment={environment}", $"--Authentication:Callers:portal={ServiceKeys.Development}")
            .ShouldContain("development key");

    [Theory]
    [InlineData("--urls=http://0.0.0.0:0")]
    [InlineData("--urls=http://127.0.0.1:0;http://*:0")]
    [InlineData("--urls=http://[::]:0")]
    [InlineData("--urls=http://192.0.2.1:0")]
    [InlineData("--Kestrel:Endpoints:Http:Url=http://+:0")]
    public void Development_serves_this_machine_alone(string address)
    {
        Refusal(new ProbeService(), "--environment=Development", address).ShouldContain("loopback addresses alone");
        Should.NotThrow(() => Build(new ProbeService(), "--environment=Production", Key, address));
    }

    [Theory]
    [InlineData("http://127.0.0.1:0")]
    [InlineData("http://127.8.0.1:0;http://localhost:5000")]
    [InlineData("http://[::1]:0")]
    [InlineData("http://unix:/tmp/phase1.socket")]
    public void Development_serves_every_address_of_this_machine(string urls) =>
        Should.NotThrow(() => Build(new ProbeService(), "--environment=Development", $"--urls={urls}"));

    [Fact]
    public async Task Development_needs_no_key()
    {
        await using var host = Build(new ProbeService(), "--environment=Development");
        host.Services.GetRequiredService<ServiceKeys>().Accept("anybody", ServiceKeys.Development).ShouldBeTrue();
    }

    [Fact]
    public async Task A_configured_list_stands_instead_of_the_default()
    {
        await using var plain = Build(new ProbeService(), Key);
        await using var configured = Build(new ProbeService(), Key, "--Probe:Offsets:0=01:00:00");

        plain.Services.GetRequiredService<ProbeOptions>().Offsets.Length.ShouldBe(2);
        configured.Services.GetRequiredService<ProbeOptions>().Offsets.ShouldBe([TimeSpan.FromHours(1)]);
    }

    [Fact]
    public async Task A_program_with_a_bad_configuration_ends_with_an_exit_code() =>
        (await Phase1Host.RunAsync(new ProbeService(), [])).ShouldBe(Phase1Host.ConfigurationExitCode);

    [Fact]
    public void A_client_without_an_address_is_refused_at_start() =>
        Refusal(new CallingService(), Key).ShouldContain("Services:ClassManagement must be an absolute http address.");

    [Fact]
    public void A_client_without_a_key_is_refused_at_start() =>
        Refusal(new CallingService(), Key, "--Services:ClassManagement=http://127.0.0.1:1")
            .ShouldContain("Authentication:OwnKey is missing");

    sealed class StoringContext(DbContextOptions<StoringContext> options) : DbContext(options);

    sealed class StoringService : Phase1Service<StoringContext>
    {
        public override string Name => "storing_service";
        public override int DefaultPort => 0;
    }
}
