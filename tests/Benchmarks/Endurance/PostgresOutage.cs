using Phase1.Tests.Infrastructure;

namespace Phase1.Benchmarks.Endurance;

/// <summary>The log on a PostgreSQL of its own, which stops as in a crash.</summary>
sealed class PostgresOutage(PostgresServer server, TestDatabase database) : ILogOutage
{
    public static async Task<ILogOutage> PrepareAsync()
    {
        var server = await PostgresServer.StartPrivateAsync();
        return new PostgresOutage(server, await server.CreateDatabaseAsync("log"));
    }

    public IReadOnlyDictionary<string, string?> Settings { get; } =
        new Dictionary<string, string?> { ["ConnectionStrings:Log"] = database.ConnectionString };

    public Task BeginAsync() => server.StopImmediateAsync();

    public Task EndAsync() => server.StartAsync();

    public async ValueTask DisposeAsync()
    {
        await database.DisposeAsync();
        await server.DisposeAsync();
    }
}
