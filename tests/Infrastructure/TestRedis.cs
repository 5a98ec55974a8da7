using Phase1.Servers;
using Phase1.Servers.Redis;
using Phase1.Tests.Infrastructure.Containers;
using Testcontainers.Redis;

namespace Phase1.Tests.Infrastructure;

/// <summary>
/// A Redis of the test's own, which it may kill and start again on its port: Debian's redis-server, else one in a container, where a Docker
/// engine answers.
/// </summary>
public sealed class TestRedis : IAsyncDisposable
{
    readonly RedisServer? _server;
    readonly RedisContainer? _container;

    TestRedis(RedisServer server) => (_server, ConnectionString) = (server, server.ConnectionString);

    TestRedis(RedisContainer container, int port) => (_container, ConnectionString) = (container, $"127.0.0.1:{port}");

    /// <summary>Why there is none; null when there can be one.</summary>
    public static string? Missing =>
        RedisServer.CanStart || ContainerEngine.IsThere
            ? null
            : "No Redis: Debian's package redis-server is not installed, and no Docker engine answers.";

    public string ConnectionString { get; }

    public static async Task<TestRedis> CreateAsync()
    {
        if (RedisServer.CanStart)
        {
            return new(await RedisServer.CreateAsync());
        }
        var port = FreePort.Next();
        var redis = new TestRedis(ContainerImages.Redis(port), port);
        await redis.StartAsync();
        return redis;
    }

    public Task StartAsync() => _server?.StartAsync() ?? _container!.StartAsync();

    public Task KillAsync() => _server?.KillAsync() ?? _container!.StopAsync();

    public async ValueTask DisposeAsync()
    {
        if (_server is not null)
        {
            await _server.DisposeAsync();
        }
        if (_container is not null)
        {
            await _container.DisposeAsync();
        }
    }
}
