using System.Net;
using Phase1.Portal.SignIn;
using Phase1.ServiceDefaults;
using Phase1.Tests.Infrastructure.Services;

namespace Phase1.Integration.Tests.Portal;

/// <summary>The Portal's program as a command that prints links.</summary>
public sealed class LinkProgramTests
{
    [Fact, Trait("Scenario", "P-01")]
    public async Task The_first_link_is_printed_while_nobody_can_administer_people()
    {
        await using var portal = await PortalUnderTest.StartAsync();

        var (exitCode, output, _) = await RunAsync(portal, ["setup"]);
        (await portal.Browser().GetAsync(new Uri(output).PathAndQuery)).Page.QuerySelector("form").ShouldNotBeNull();
        await portal.MakeAsync("anna", Phase1Roles.Teacher);
        var (later, nothing, reason) = await RunAsync(portal, ["setup"]);

        exitCode.ShouldBe(0);
        (later, nothing).ShouldBe((1, ""));
        reason.ShouldContain("somebody can administer people already");
    }

    [Fact, Trait("Scenario", "S-672")]
    public async Task In_Development_a_link_signs_in_as_anybody_once()
    {
        await using var portal = await PortalUnderTest.StartAsync();
        var (exitCode, output, _) = await RunAsync(portal, ["as", "teacher-1"]);
        var (_, other, _) = await RunAsync(portal, ["as", "teacher-1", "--role", Phase1Roles.Operator]);
        exitCode.ShouldBe(0);
        (await portal.Browser().GetAsync(new Uri(output).PathAndQuery)).StatusCode.ShouldBe(HttpStatusCode.Gone);
        var browser = portal.Browser();
        var page = await browser.GetAsync($"{new Uri(other).PathAndQuery}&return={Uri.EscapeDataString("/me")}");
        page.Page.QuerySelector("form")!.TextContent.ShouldContain("Sign in as teacher-1");
        var secret = page.Page.QuerySelector("input[name=t]")!.GetAttribute("value")!;

        (await browser.PostAsync("/sign-in/development", ("t", secret), ("return", "/me"))).Location.ShouldBe("/me");

        (await browser.GetAsync("/me")).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await portal.Browser().GetAsync(new Uri(other).PathAndQuery)).StatusCode.ShouldBe(HttpStatusCode.Gone);
    }

    [Theory]
    [InlineData("teacher/1", "teacher")]
    [InlineData("teacher-1", "king")]
    [InlineData("..", "teacher")]
    public async Task A_user_or_a_role_that_is_none_is_refused(string user, string role)
    {
        await using var portal = await PortalUnderTest.StartAsync();

        var (exitCode, output, reason) = await RunAsync(portal, ["as", user, "--role", role]);

        (exitCode, output).ShouldBe((1, ""));
        reason.ShouldContain("the user is an id");
    }

    [Fact, Trait("Scenario", "S-672")]
    public async Task Elsewhere_there_is_no_such_link()
    {
        await using var portal = await PortalUnderTest.StartAsync();

        var (exitCode, output, reason) = await RunAsync(
            portal,
            ["as", "teacher-1"],
            "--environment=Production",
            "--Portal:PublicUrl=https://localhost",
            "--Authentication:OwnKey=a-key-of-the-portal",
            "--Authentication:Callers:operations=a-key-of-operations"
        );

        (exitCode, output).ShouldBe((Phase1Host.ConfigurationExitCode, ""));
        reason.ShouldContain("Development environment alone");
    }

    static async Task<(int ExitCode, string Output, string Errors)> RunAsync(
        PortalUnderTest portal,
        string[] words,
        params string[] settings
    )
    {
        var (output, errors) = (new StringWriter(), new StringWriter());
        var database = portal.Service.ConnectionString;
        string[] all =
        [
            .. words,
            .. settings.Length > 0 ? settings : ["--environment=Development", $"--Portal:PublicUrl={portal.Address}"],
            .. TestSettings.For(database, database).Select(setting => $"--{setting.Key}={setting.Value}"),
        ];
        var exitCode = await new LinkProgram(output, errors).RunAsync(all);
        return (exitCode, output.ToString().Trim(), errors.ToString().Trim());
    }
}
