using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;
using Phase1.BatchOrchestrator;
using Phase1.ClassManagement;
using Phase1.EssayLifecycle;
using Phase1.Feedback;
using Phase1.FileIntake;
using Phase1.Messaging.Background;
using Phase1.Messaging.Time;
using Phase1.ModelGateway;
using Phase1.Nlp;
using Phase1.ServiceDefaults;
using Phase1.Tests.Infrastructure;
using Phase1.Tests.Infrastructure.Engine;
using Phase1.Tests.Infrastructure.Services;
using Phase1.Tickets;

namespace Phase1.Integration.Tests.ServiceDefaults;

/// <summary>Services as they are started, without the clock that other tests put in.</summary>
[Trait("Scenario", "S-531")]
public sealed class Every_service_goes_by_its_databases_clock : IDisposable
{
    static readonly TimeSpan Tolerance = TimeSpan.FromMinutes(1);

    readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("phase1-clock-");

    static CancellationToken Token => TestContext.Current.CancellationToken;

    public static TheoryData<string, Phase1Service> Services =>
        new()
        {
            { "BOS", new BatchOrchestratorService() },
            { "ELS", new EssayLifecycleService() },
            { "NLP", new NlpService() },
            { "CMS", new ClassManagementService() },
            { "File Intake", new FileIntakeService() },
            { "Tickets", new TicketsService() },
            { "Model Gateway", new ModelGatewayService() },
            { "Feedback", new FeedbackService() },
        };

    [Theory]
    [MemberData(nameof(Services), DisableDiscoveryEnumeration = true)]
    public async Task On_a_machine_whose_clock_is_wrong(string name, Phase1Service service)
    {
        foreach (var hours in new[] { 1, -1 })
        {
            await using var database = await CreateDatabaseAsync();
            var clock = new DatabaseTimeProvider(new WrongTimeProvider(TimeSpan.FromHours(hours)));
            await using var host = await StartAsync(service, database, builder => builder.Services.AddSingleton(clock));

            host.Services.GetRequiredService<TimeProvider>().ShouldBeSameAs(clock, name);
            (clock.GetUtcNow() - await TimeOfAsync(database)).Duration().ShouldBeLessThan(Tolerance, name);
            await host.StopAsync(Token);
        }
    }

    [Fact]
    public async Task And_by_how_far_the_demo_has_moved_it()
    {
        var service = new BatchOrchestratorService();
        await using var database = await CreateDatabaseAsync();
        var setting = KeyValuePair.Create<string, string?>("Demo:Clock", Path.Combine(_folder.FullName, "clock"));
        await using var host = await StartAsync(service, database, builder => builder.Configuration.AddInMemoryCollection([setting]));
        using var client = new HttpClient { BaseAddress = new Uri(host.Urls.First()) };
        client.DefaultRequestHeaders.Add(HeaderNames.ApiKey, ServiceKeys.Development);
        client.DefaultRequestHeaders.Add(HeaderNames.ServiceId, "tests");

        var moved = await client.PostAsJsonAsync("/internal/v1/demo/clock/advance", new { seconds = 86_400 }, Token);

        var answer = await moved.Content.ReadFromJsonAsync<JsonElement>(Token);
        var ahead = answer.GetProperty("now").GetDateTimeOffset() - await TimeOfAsync(database);
        (ahead - TimeSpan.FromHours(24)).Duration().ShouldBeLessThan(Tolerance);
        await host.StopAsync(Token);
    }

    public void Dispose() => _folder.Delete(recursive: true);

    static async Task<TestDatabase> CreateDatabaseAsync() => await (await PostgresServer.SharedAsync()).CreateDatabaseAsync("clock");

    static async Task<WebApplication> StartAsync(Phase1Service service, TestDatabase database, Action<WebApplicationBuilder> configure)
    {
        var host = Phase1Host.Build(
            service,
            ["--environment=Development", "--urls=http://127.0.0.1:0"],
            builder =>
            {
                builder.Configuration.AddInMemoryCollection(TestSettings.For(database.ConnectionString, database.ConnectionString));
                builder.Logging.SetMinimumLevel(LogLevel.Warning);
                configure(builder);
            }
        );
        await host.StartAsync(Token);
        await host.Services.GetRequiredService<EngineGate>().OpenedAsync(Token).WaitAsync(Eventually.Patience, TimeProvider.System, Token);
        return host;
    }

    static async Task<DateTimeOffset> TimeOfAsync(TestDatabase database)
    {
        await using var command = database.DataSource.CreateCommand("select clock_timestamp()");
        return (DateTime)(await command.ExecuteScalarAsync(Token))!;
    }
}
