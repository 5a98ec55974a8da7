using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Phase1.Portal;
using Phase1.ServiceDefaults;
using Phase1.Tests.Infrastructure.Services;

namespace Phase1.Unit.Tests.Portal;

[Trait("Scenario", "P-10")]
public sealed class StartTests
{
    const string Nowhere = "Host=127.0.0.1;Port=1;Username=nobody;Database=none";

    [Theory]
    [InlineData(null, "Portal:PublicUrl must be an https address outside Development.")]
    [InlineData("http://phase1.example.org", "Portal:PublicUrl must be an https address outside Development.")]
    [InlineData("phase1.example.org", "Portal:PublicUrl must be an http address without a path.")]
    [InlineData("https://phase1.example.org/portal", "Portal:PublicUrl must be an http address without a path.")]
    public void Pages_are_for_https_alone(string? address, string problem) =>
        Should.Throw<ConfigurationException>(() => Build("Portal:PublicUrl", address)).Message.ShouldContain(problem);

    [Fact]
    public async Task With_it_the_Portal_starts()
    {
        await using var host = Build("Portal:PublicUrl", "https://phase1.example.org");

        host.Environment.EnvironmentName.ShouldBe("Production");
        host.Services.GetRequiredService<IOptions<PasswordHasherOptions>>().Value.IterationCount.ShouldBeGreaterThanOrEqualTo(210_000);
    }

    [Theory]
    [InlineData("Portal:TimeZone", "Europe/Nowhere", "tzdata")]
    [InlineData("Portal:Language", "de", "sv or en")]
    [InlineData("Portal:TrustedProxies:0", "proxy", "IP addresses")]
    [InlineData("Portal:SignInsKeptFor", "1.00:00:00", "at least 90.00:00:00")]
    [InlineData("Portal:Oidc:Authority", "school", "Oidc:Authority must be an absolute http address.")]
    [InlineData("Portal:Oidc:Authority", "https://id.school.example", "Oidc:ClientId is missing")]
    [InlineData("Portal:Oidc:Authority", "http://id.school.example", "must be an https address outside Development")]
    [InlineData("Portal:KeyCertificate", "/nowhere/keys.pem", "Portal:KeyCertificate must be a PEM file")]
    [InlineData("Authentication:OwnKey", "phase1-development-key", "development key")]
    public void A_wrong_setting_is_named(string setting, string value, string problem) =>
        Should.Throw<ConfigurationException>(() => Build(setting, value)).Message.ShouldContain(problem);

    [Theory]
    [InlineData("Portal:Oidc:RoleMap:staff", "king", "RoleMap names king")]
    [InlineData("Portal:Oidc:DefaultRole", "king", "DefaultRole must be one of teacher")]
    [InlineData("Portal:Oidc:Scopes", "profile", "Scopes must hold openid")]
    public void What_is_wrong_with_the_provider_is_named(string setting, string value, string problem) =>
        Should
            .Throw<ConfigurationException>(() =>
                Build(setting, value, "--Portal:Oidc:Authority=https://id.school.example", "--Portal:Oidc:ClientId=phase1")
            )
            .Message.ShouldContain(problem);

    static WebApplication Build(string setting, string? value, params string[] more) =>
        Phase1Host.Build(
            new PortalService(),
            [
                "--environment=Production",
                "--Portal:PublicUrl=https://localhost",
                "--Authentication:OwnKey=a-key-of-the-portal",
                "--Authentication:Callers:operations=a-key-of-operations",
                .. TestSettings.For(Nowhere, Nowhere).Select(other => $"--{other.Key}={other.Value}"),
                .. more,
                $"--{setting}={value}",
            ]
        );
}
