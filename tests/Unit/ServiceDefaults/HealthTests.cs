using System.Text.Json;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Phase1.ServiceDefaults;

namespace Phase1.Unit.Tests.ServiceDefaults;

public sealed class HealthTests
{
    [Theory]
    [InlineData(ReadinessStatus.Ready, 200, "ready")]
    [InlineData(ReadinessStatus.Degraded, 200, "degraded")]
    [InlineData(ReadinessStatus.NotReady, 503, "not_ready")]
    public async Task The_worst_check_decides_and_each_is_named(ReadinessStatus worst, int status, string text)
    {
        await using var host = await ProbeHost.StartAsync(new CheckedService(worst), []);

        var answer = await host.Client.GetAsync("/readyz", TestContext.Current.CancellationToken);

        ((int)answer.StatusCode).ShouldBe(status);
        var body = JsonSerializer.Deserialize<JsonElement>(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        body.GetProperty("status").GetString().ShouldBe(text);
        body.GetProperty("checks").EnumerateArray().Select(c => c.GetProperty("name").GetString()).ShouldBe(["sound", "probe"]);
        body.GetProperty("checks")[1].GetProperty("detail").GetString().ShouldBe("As told.");
    }

    [Fact]
    public async Task A_check_that_throws_is_failing_and_says_no_more_than_the_kind_of_error()
    {
        await using var host = await ProbeHost.StartAsync(new CheckedService(null), []);

        var answer = await host.Client.GetAsync("/readyz", TestContext.Current.CancellationToken);

        ((int)answer.StatusCode).ShouldBe(503);
        var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        text.ShouldContain("InvalidOperationException");
        text.ShouldNotContain("password");
    }

    [Fact]
    public async Task Living_needs_nothing_but_the_process()
    {
        await using var host = await ProbeHost.StartAsync(new CheckedService(ReadinessStatus.NotReady), []);

        (await host.Client.GetStringAsync("/livez", TestContext.Current.CancellationToken)).ShouldBe("alive");
    }

    sealed class CheckedService(ReadinessStatus? status) : Phase1Service
    {
        public override string Name => "checked_service";
        public override int DefaultPort => 0;

        protected internal override void AddServices(IServiceCollection services, IConfiguration configuration)
        {
            services.AddSingleton<IReadinessCheck>(new Check("sound", ReadinessStatus.Ready));
            services.AddSingleton<IReadinessCheck>(new Check("probe", status));
        }
    }

    sealed class Check(string name, ReadinessStatus? status) : IReadinessCheck
    {
        public string Name => name;

        public Task<Readiness> CheckAsync(CancellationToken cancellationToken) =>
            status is { } known
                ? Task.FromResult(new Readiness(known, "As told."))
                : throw new InvalidOperationException("password=hunter2");
    }
}
