using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;
using Phase1.Events;
using Phase1.Messaging;
using Phase1.Messaging.Log;
using Phase1.Messaging.Postgres;
using Phase1.ServiceDefaults;
using Phase1.Tests.Infrastructure.Engine;
using Phase1.Tests.Infrastructure.Http;
using Phase1.Tests.Infrastructure.Wire;

namespace Phase1.Tests.Infrastructure.Services;

/// <summary>
/// One service, whole, in this process: its real host on a free port, its own database, a log of its own (in the same database), a clock that
/// moves by hand, and the other services faked over HTTP.
/// </summary>
public sealed class ServiceUnderTest : IAsyncDisposable
{
    readonly Func<Phase1Service> _service;
    readonly Action<WebApplicationBuilder>? _configure;
    readonly FaultyWire? _wire;
    readonly TestDatabase _database;
    readonly PostgresLog _log;
    WebApplication _host = null!;

    ServiceUnderTest(Func<Phase1Service> service, TestDatabase database, Action<WebApplicationBuilder>? configure, FaultyWire? wire)
    {
        _service = service;
        _configure = configure;
        _wire = wire;
        _database = database;
        _log = new PostgresLog(new PostgresLogOptions { ConnectionString = database.ConnectionString });
        var source = new PostgresLogSource(database.DataSource);
        Log = new LogReader(source);
        Drain = new LogDrain(source);
    }

    public ManualTimeProvider Clock { get; } = new();

    public FakeHttp Others { get; } = new();

    /// <summary>The service's database, for asserting on tables.</summary>
    public NpgsqlDataSource Db => _database.DataSource;

    /// <summary>The same, for a program of the service's own.</summary>
    public string ConnectionString => _database.ConnectionString;

    public LogReader Log { get; }

    public IServiceProvider Services => _host.Services;

    LogDrain Drain { get; }

    /// <param name="service">Makes the service.</param>
    /// <param name="configure">Changes its host.</param>
    /// <param name="others">Says what the other services answer.</param>
    /// <param name="wire">Stands between the service and its database; the log is reached past it.</param>
    public static async Task<ServiceUnderTest> StartAsync(
        Func<Phase1Service> service,
        Action<WebApplicationBuilder>? configure = null,
        Action<FakeHttp>? others = null,
        FaultyWire? wire = null
    )
    {
        var server = await PostgresServer.SharedAsync();
        var database = await server.CreateDatabaseAsync("service", ServiceSchema.Of(service()) + ServiceSchema.Log);
        var test = new ServiceUnderTest(service, database, configure, wire);
        others?.Invoke(test.Others);
        await test.StartHostAsync();
        return test;
    }

    /// <summary>A client with the service credential and, if named, a teacher's identity.</summary>
    public HttpClient As(string? teacher, string? roles = null, string? org = null)
    {
        var client = new HttpClient(new DescribedAnswers(_service().Name)) { BaseAddress = new Uri(_host.Urls.First()) };
        client.DefaultRequestHeaders.Add("X-Internal-API-Key", "phase1-development-key");
        client.DefaultRequestHeaders.Add("X-Service-ID", "integration-test");
        Add("X-User-ID", teacher);
        Add("X-User-Roles", roles);
        Add("X-Org-ID", org);
        return client;

        void Add(string name, string? value)
        {
            if (value is not null)
            {
                client.DefaultRequestHeaders.Add(name, value);
            }
        }
    }

    /// <summary>Puts a fact on the log, as another service would have. The same event id twice is a redelivery.</summary>
    /// <param name="fact">The fact.</param>
    /// <param name="cause">Its chain and teacher.</param>
    /// <param name="eventId">A new one when not given.</param>
    /// <param name="source">Who says it; one who may when not given.</param>
    public async Task<Guid> FeedAsync(IFact fact, EventCause? cause = null, Guid? eventId = null, string? source = null)
    {
        var id = eventId ?? NewId();
        cause ??= new EventCause(NewId());
        var metadata = new Dictionary<string, string>();
        Add(EventMetadata.UserId, cause.UserId);
        Add(EventMetadata.OrgId, cause.OrgId);
        Add(EventMetadata.CausationId, cause.CausationId?.ToString());
        var stamp = new EnvelopeStamp(id, Clock.GetUtcNow(), source ?? Sources.Of(fact), cause.CorrelationId, metadata);
        await FeedRawAsync(Topics.Of(fact), fact.PartitionKey, EnvelopeSerializer.Write(fact, stamp));
        return id;

        void Add(string key, string? value)
        {
            if (value is not null)
            {
                metadata[key] = value;
            }
        }
    }

    /// <summary>Puts any bytes on the log.</summary>
    public async Task FeedRawAsync(string topic, string key, byte[] body) =>
        await _log.PublishAsync([new OutgoingRecord(topic, key, body, "{}")], CancellationToken.None);

    public Task FeedRawAsync(string topic, string key, string body) => FeedRawAsync(topic, key, Encoding.UTF8.GetBytes(body));

    /// <summary>Waits until the service has dealt with every record and has published all that it recorded.</summary>
    public Task DrainAsync() => Drain.WaitAsync([(_host.Services, Db)]);

    /// <summary>Moves the clock; due timers fire.</summary>
    public void Advance(TimeSpan time) => Clock.Advance(time);

    public Guid NewId() => Guid.CreateVersion7(Clock.GetUtcNow());

    /// <summary>Stops the service and starts it again on the same database.</summary>
    public async Task RestartAsync()
    {
        await StopHostAsync();
        await StartHostAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await StopHostAsync();
        await _log.DisposeAsync();
        Others.Dispose();
        await _database.DisposeAsync();
    }

    async Task StartHostAsync()
    {
        _host = Phase1Host.Build(_service(), [], Configure);
        await _host.StartAsync();
        await _host
            .Services.GetRequiredService<Messaging.Background.EngineGate>()
            .OpenedAsync(CancellationToken.None)
            .WaitAsync(Eventually.Patience, TimeProvider.System);
    }

    async Task StopHostAsync()
    {
        await _host.StopAsync();
        await _host.DisposeAsync();
    }

    void Configure(WebApplicationBuilder builder)
    {
        builder.Environment.EnvironmentName = Environments.Development;
        builder.Configuration.AddInMemoryCollection(
            TestSettings.For(_wire?.Through(_database.ConnectionString) ?? _database.ConnectionString, _database.ConnectionString)
        );
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        builder.Services.AddSingleton<TimeProvider>(Clock);
        builder.Services.ConfigureHttpClientDefaults(client => client.ConfigurePrimaryHttpMessageHandler(() => new Borrowed(Others)));
        _configure?.Invoke(builder);
    }

    // The factory disposes the handlers it was given; the test's fake outlives the host.
    sealed class Borrowed(FakeHttp others) : HttpMessageHandler
    {
        readonly HttpMessageInvoker _others = new(others, disposeHandler: false);

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            _others.SendAsync(request, cancellationToken);
    }
}
