using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Phase1.ServiceDefaults;

namespace Phase1.Unit.Tests.ServiceDefaults;

public sealed class ConfigurationTests
{
    const string Database = "--ConnectionStrings:Database=Host=localhost;Database=d";
    const string Log = "--ConnectionStrings:Log=Host=localhost;Database=l";
    const string Key = "--Authentication:ServiceKey=0123456789abcdef";

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
        Refusal(new ProbeService()).ShouldContain("Authentication:ServiceKey is missing");
    }

    [Theory]
    [InlineData("Probe:MaxEssays=0", "Probe:MaxEssays must be from 1 to 500.")]
    [InlineData("Probe:MaxEssays=many", "Probe:MaxEssays")]
    [InlineData("Probe:MaxEsays=7", "MaxEsays")]
    [InlineData("Otlp:Endpoint=collector", "Otlp:Endpoint")]
    [InlineData("Demo:Clock=/tmp/clock", "Demo:Clock")]
    [InlineData("Authentication:ServiceKey=short", "Authentication:ServiceKey")]
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
        Refusal(new ProbeService(), $"--environment={environment}", $"--Authentication:ServiceKey={ServiceKey.Development}")
            .ShouldContain("development key");

    [Fact]
    public async Task Development_needs_no_key()
    {
        await using var host = Build(new ProbeService(), "--environment=Development");
        host.Services.GetRequiredService<ServiceKey>().Matches(ServiceKey.Development).ShouldBeTrue();
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

    sealed class StoringContext(DbContextOptions<StoringContext> options) : DbContext(options);

    sealed class StoringService : Phase1Service<StoringContext>
    {
        public override string Name => "storing_service";
        public override int DefaultPort => 0;
    }
}
