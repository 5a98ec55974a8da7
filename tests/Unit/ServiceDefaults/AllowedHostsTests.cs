using System.Net;
using Phase1.ServiceDefaults;

namespace Phase1.Unit.Tests.ServiceDefaults;

/// <summary>A service answers to names that somebody has chosen, and to no others.</summary>
public sealed class AllowedHostsTests
{
    const string School = "--AllowedHosts=phase1.example.org;*.school.example;[2001:db8::1]";

    [Theory]
    [InlineData("localhost", 200)]
    [InlineData("LOCALHOST:8081", 200)]
    [InlineData("127.0.0.1", 200)]
    [InlineData("127.0.0.1:9", 200)]
    [InlineData("[::1]:8081", 200)]
    [InlineData("phase1.example.org", 400)]
    [InlineData("localhost.example.org", 400)]
    [InlineData("192.0.2.1", 400)]
    public async Task Without_a_setting_it_is_this_machine(string name, int status) => (await StatusAsync(name)).ShouldBe(status);

    [Fact]
    public async Task The_machine_s_own_name_is_one_of_them() => (await StatusAsync(Environment.MachineName)).ShouldBe(200);

    [Theory]
    [InlineData("phase1.example.org", 200)]
    [InlineData("phase1.example.org:443", 200)]
    [InlineData("a.school.example", 200)]
    [InlineData("school.example", 400)]
    [InlineData("[2001:db8::1]:8081", 200)]
    [InlineData("localhost", 400)]
    public async Task What_is_configured_counts_alone(string name, int status) => (await StatusAsync(name, School)).ShouldBe(status);

    [Fact]
    public async Task An_asterisk_is_every_name() => (await StatusAsync("anything.example", "--AllowedHosts=*")).ShouldBe(200);

    [Fact]
    public async Task The_refusal_is_a_problem_document_even_where_nobody_needs_a_key()
    {
        await using var host = await ProbeService.StartAsync();

        var answer = await host.SendAsync(HttpMethod.Get, "/livez", null, ("Host", "rebound.example"));

        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldContain("INVALID_REQUEST");
    }

    static async Task<int> StatusAsync(string name, params string[] settings)
    {
        await using var host = await ProbeService.StartAsync(settings);
        return (int)(await host.SendAsync(HttpMethod.Get, "/v1/service", null, ("Host", name))).StatusCode;
    }
}
