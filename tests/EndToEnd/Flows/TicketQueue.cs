using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Phase1.Messaging.Background;
using Phase1.ServiceDefaults;
using Phase1.Tests.Infrastructure;
using Phase1.Tests.Infrastructure.Engine;
using Phase1.Tests.Infrastructure.Services;
using Phase1.Tests.Infrastructure.Suites;
using Phase1.Tickets;

namespace Phase1.EndToEnd.Tests.Flows;

/// <summary>Several processes of Tickets, in this one, beside a suite: one database, one consumer group.</summary>
sealed class TicketQueue : IAsyncDisposable
{
    readonly SuiteUnderTest _suite;
    readonly TestDatabase _database;
    readonly IReadOnlyDictionary<string, string?> _settings;
    readonly List<WebApplication> _hosts = [];

    TicketQueue(SuiteUnderTest suite, TestDatabase database, IReadOnlyDictionary<string, string?> settings) =>
        (_suite, _database, _settings) = (suite, database, settings);

    static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <param name="suite">The suite.</param>
    /// <param name="processes">How many of them.</param>
    /// <param name="settings">What differs.</param>
    internal static async Task<TicketQueue> StartAsync(
        SuiteUnderTest suite,
        int processes,
        IReadOnlyDictionary<string, string?>? settings = null
    )
    {
        var server = await PostgresServer.SharedAsync();
        var database = await server.CreateDatabaseAsync("tickets", ServiceSchema.Of(new TicketsService()));
        var queue = new TicketQueue(suite, database, settings ?? new Dictionary<string, string?>());
        for (var i = 0; i < processes; i++)
        {
            queue._hosts.Add(await queue.StartHostAsync());
        }
        return queue;
    }

    /// <summary>The one ticket of a batch and procedure, once it is as the test expects; time flows meanwhile.</summary>
    internal async Task<JsonNode> WaitAsync(Phase1TestContext context, TestBatch batch, string sop, string status)
    {
        JsonNode? found = null;
        await Eventually.BecomesTrueAsync(
            async () =>
            {
                found = (await FindAsync(batch, sop)).SingleOrDefault();
                if ((string?)found?["status"] == status)
                {
                    return true;
                }
                await context.FlowAsync();
                return false;
            },
            Token
        );
        return found!;
    }

    internal async Task<IReadOnlyList<JsonNode>> FindAsync(TestBatch batch, string sop)
    {
        using var client = Client(batch.Teacher, "teacher");
        var page = await client.GetFromJsonAsync<JsonObject>($"/v1/tickets?batch_id={batch.Id}&sop={sop}", Token);
        return [.. page!["items"]!.AsArray().Select(item => item!)];
    }

    internal async Task<long> CountAsync(string sql)
    {
        await using var command = _database.DataSource.CreateCommand(sql);
        return (long)(await command.ExecuteScalarAsync(Token))!;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var host in _hosts)
        {
            await host.StopAsync(CancellationToken.None);
            await host.DisposeAsync();
        }
        await _database.DisposeAsync();
    }

    /// <summary>As somebody with roles.</summary>
    internal HttpClient Client(string user, string roles)
    {
        var client = new HttpClient { BaseAddress = new Uri(_hosts[0].Urls.First()) };
        client.DefaultRequestHeaders.Add("X-Internal-API-Key", "phase1-development-key");
        client.DefaultRequestHeaders.Add("X-Service-ID", "integration-test");
        client.DefaultRequestHeaders.Add("X-User-ID", user);
        client.DefaultRequestHeaders.Add("X-User-Roles", roles);
        return client;
    }

    async Task<WebApplication> StartHostAsync()
    {
        var host = Phase1Host.Build(
            new TicketsService(),
            [],
            builder =>
            {
                builder.Environment.EnvironmentName = Environments.Development;
                builder.Configuration.AddInMemoryCollection(TestSettings.For(_database.ConnectionString, _suite.ConnectionTo("Log")));
                builder.Configuration.AddInMemoryCollection(_suite.Addresses);
                builder.Configuration.AddInMemoryCollection(_settings);
                builder.WebHost.UseUrls("http://127.0.0.1:0");
                builder.Logging.SetMinimumLevel(LogLevel.Warning);
                builder.Services.AddSingleton<TimeProvider>(_suite.Clock);
            }
        );
        await host.StartAsync(Token);
        await host.Services.GetRequiredService<EngineGate>().OpenedAsync(Token).WaitAsync(Eventually.Patience, TimeProvider.System, Token);
        return host;
    }
}
