using System.Net.Http.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;
using Phase1.Messaging.Background;
using Phase1.ServiceDefaults;
using Phase1.Tests.Infrastructure;

namespace Phase1.Integration.Tests.ServiceDefaults;

/// <summary>The notes service on a database of its own.</summary>
sealed class NotesHost(TestDatabase database, TestDatabase log, WebApplication app, HttpClient client, ManualTimeProvider clock)
    : IAsyncDisposable
{
    internal HttpClient Client => client;
    internal ManualTimeProvider Clock => clock;

    static CancellationToken Token => TestContext.Current.CancellationToken;

    internal static async Task<NotesHost> StartAsync(int connections = 20)
    {
        var server = await PostgresServer.SharedAsync();
        var database = await server.CreateDatabaseAsync("notes");
        var log = await server.CreateDatabaseAsync("noteslog");
        await CreateTablesAsync(database.ConnectionString);
        var clock = new ManualTimeProvider();
        var app = Phase1Host.Build(
            new NotesService(),
            [
                "--environment=Development",
                "--urls=http://127.0.0.1:0",
                $"--ConnectionStrings:Database={database.ConnectionString};Maximum Pool Size={connections}",
                $"--ConnectionStrings:Log={log.ConnectionString}",
            ],
            builder =>
            {
                builder.Logging.ClearProviders();
                builder.Services.AddSingleton<TimeProvider>(clock);
            }
        );
        await app.StartAsync(Token);
        await app.Services.GetRequiredService<EngineGate>().OpenedAsync(Token);
        return new NotesHost(database, log, app, new HttpClient { BaseAddress = new Uri(app.Urls.First()) }, clock);
    }

    internal async Task<HttpResponseMessage> AddAsync(string text, string key, string user = "teacher-1") =>
        await SendAsync(HttpMethod.Post, "/v1/notes", JsonContent.Create(new { text }), user, (HeaderNames.IdempotencyKey, key));

    internal async Task<HttpResponseMessage> SendAsync(
        HttpMethod method,
        string path,
        HttpContent? content,
        string user,
        params (string Name, string Value)[] headers
    )
    {
        using var request = new HttpRequestMessage(method, path) { Content = content };
        request.Headers.Add(HeaderNames.ApiKey, ServiceKeys.Development);
        request.Headers.Add(HeaderNames.ServiceId, "tests");
        request.Headers.Add(HeaderNames.UserId, user);
        foreach (var (name, value) in headers)
        {
            request.Headers.Add(name, value);
        }
        return await client.SendAsync(request, Token);
    }

    internal async Task<long> CountAsync(string table)
    {
        await using var command = database.DataSource.CreateCommand($"select count(*) from {table}");
        return (long)(await command.ExecuteScalarAsync(Token))!;
    }

    public async ValueTask DisposeAsync()
    {
        client.Dispose();
        await app.StopAsync(CancellationToken.None);
        await app.DisposeAsync();
        await database.DisposeAsync();
        await log.DisposeAsync();
    }

    /// <summary>This model has no migrations; the host finds its tables as a migration would have left them.</summary>
    static async Task CreateTablesAsync(string connectionString)
    {
        var options = new DbContextOptionsBuilder<NotesContext>().UseNpgsql(connectionString).Options;
        await using var context = new NotesContext(options);
        await context.GetService<IRelationalDatabaseCreator>().CreateTablesAsync(Token);
        NpgsqlConnection.ClearPool((NpgsqlConnection)context.Database.GetDbConnection());
    }
}
