using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Phase1.Tests.Infrastructure.Wire;

namespace Phase1.Tests.Infrastructure.Suites;

/// <summary>Counts what the services of a suite ask of their databases and of each other, from outside.</summary>
/// <param name="server">The server of all databases.</param>
public sealed class SuiteMeter(PostgresServer server) : IAsyncDisposable
{
    const int PatienceSeconds = 30;

    readonly ConcurrentDictionary<string, FaultyWire> _wires = new();
    readonly ConcurrentDictionary<string, int> _requests = new();

    /// <summary>What has been counted since the beginning, by service and, for the log's database, "Log".</summary>
    public IReadOnlyDictionary<string, WorkCounts> Read() =>
        _wires.ToDictionary(
            wire => wire.Key,
            wire => new WorkCounts(
                wire.Value.Counts.Statements,
                wire.Value.Counts.Commits,
                wire.Value.Counts.RoundTrips,
                _requests.GetValueOrDefault(wire.Key)
            )
        );

    /// <summary>A connection string that is counted for this service.</summary>
    public string Through(string service, string connectionString) =>
        _wires.GetOrAdd(service, _ => new FaultyWire(server, PatienceSeconds)).Through(connectionString);

    /// <summary>Has the host of a service count the requests that it answers.</summary>
    public IStartupFilter RequestsOf(string service) =>
        new RequestCounter(() => _requests.AddOrUpdate(service, 1, (_, count) => count + 1));

    public async ValueTask DisposeAsync()
    {
        foreach (var wire in _wires.Values)
        {
            await wire.DisposeAsync();
        }
    }

    sealed class RequestCounter(Action count) : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) =>
            app =>
            {
                app.Use(
                    (_, answer) =>
                    {
                        count();
                        return answer();
                    }
                );
                next(app);
            };
    }
}
