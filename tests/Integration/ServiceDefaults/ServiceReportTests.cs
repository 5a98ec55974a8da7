using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Phase1.Integration.Tests.BatchOrchestrator;
using Phase1.Messaging.Loops;
using Phase1.Tests.Infrastructure.Engine;
using Phase1.Tests.Infrastructure.Facts;

namespace Phase1.Integration.Tests.ServiceDefaults;

/// <summary>A service says how it stands, and names the work that has stopped.</summary>
[Trait("Scenario", "P-48")]
public sealed class ServiceReportTests
{
    static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task It_tells_positions_work_and_settings_and_no_secret()
    {
        await using var bos = await BosTest.StartAsync();
        var batch = await bos.RegisterAsync();
        await bos.FeedAsync(batch.Completed());

        var report = await ReportAsync(bos, "operator");

        report.GetProperty("service").GetString().ShouldBe("batch_orchestrator_service");
        report.GetProperty("environment").GetString().ShouldBe("Development");
        report.GetProperty("transport").GetString().ShouldBe("postgresql");
        report.GetProperty("schema").GetString().ShouldBe(await NewestMigrationAsync(bos));
        var engine = report.GetProperty("engine");
        var own = engine
            .GetProperty("positions")
            .EnumerateArray()
            .Where(position => position.GetProperty("group").GetString() == "batch_orchestrator_service")
            .ToList();
        own.Count.ShouldBeGreaterThan(10);
        own.ShouldAllBe(position => position.GetProperty("owned").GetBoolean());
        own.Sum(position => position.GetProperty("lag").GetInt64()).ShouldBe(0);
        own.Sum(position => position.GetProperty("end").GetInt64()).ShouldBeGreaterThan(0);
        engine.GetProperty("outbox").GetProperty("relay_active").GetBoolean().ShouldBeTrue();
        var work = engine.GetProperty("work").EnumerateArray().Select(of => of.GetProperty("name").GetString()).ToList();
        work.ShouldContain("OutboxRelay");
        work.ShouldContain("RecordPump");
        work.ShouldContain("BatchWatchdog");
        report.GetProperty("options").GetProperty("Messaging").GetProperty("Partitions").GetString().ShouldNotBeNullOrEmpty();
        report.GetRawText().ShouldNotContain("Password");
    }

    [Fact]
    public async Task Work_that_has_stopped_is_late()
    {
        await using var bos = await BosTest.StartAsync();
        var relay = bos.Service.Services.GetServices<IHostedService>().OfType<OutboxRelay>().Single();
        await relay.StopAsync(Token);

        await Eventually.BecomesTrueAsync(
            async () =>
            {
                bos.Service.Advance(TimeSpan.FromSeconds(1));
                return (await LateAsync(bos)).Contains("OutboxRelay");
            },
            Token
        );
    }

    [Fact]
    public async Task School_administrators_may_read_it_and_teachers_not()
    {
        await using var bos = await BosTest.StartAsync();
        using var admin = bos.Service.As("admin-1", "school-admin");
        using var teacher = bos.Service.As("teacher-1", "teacher");

        (await admin.GetAsync(new Uri("/internal/v1/service", UriKind.Relative), Token)).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await teacher.GetAsync(new Uri("/internal/v1/service", UriKind.Relative), Token)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    static async Task<string> NewestMigrationAsync(BosTest bos)
    {
        await using var scope = bos.Service.Services.CreateAsyncScope();
        return scope.ServiceProvider.GetRequiredService<DbContext>().Database.GetMigrations().Last();
    }

    static async Task<IEnumerable<string?>> LateAsync(BosTest bos) =>
        (await ReportAsync(bos, "operator"))
            .GetProperty("engine")
            .GetProperty("work")
            .EnumerateArray()
            .Where(work => work.GetProperty("late").GetBoolean())
            .Select(work => work.GetProperty("name").GetString());

    static async Task<JsonElement> ReportAsync(BosTest bos, string role)
    {
        using var client = bos.Service.As("operator-1", role);
        return await client.GetFromJsonAsync<JsonElement>("/internal/v1/service", Token);
    }
}
