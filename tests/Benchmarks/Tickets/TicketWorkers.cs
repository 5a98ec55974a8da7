using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Phase1.Messaging;
using Phase1.Tickets;
using Phase1.Tickets.Discovery;
using Phase1.Tickets.Lifecycle;
using Phase1.Tickets.Sops;
using Phase1.Tickets.Store;
using Phase1.Tickets.Tools;

namespace Phase1.Benchmarks.Tickets;

/// <summary>The service's own parts on one database, as many workers as asked for.</summary>
sealed class TicketWorkers : IAsyncDisposable
{
    readonly ServiceProvider _services;
    readonly int _workers;
    readonly TicketsOptions _options = new() { MaxOwned = 1_000_000 };

    internal TicketWorkers(string connectionString, int workers)
    {
        _workers = workers;
        _services = new ServiceCollection()
            .AddLogging()
            .AddSingleton(TimeProvider.System)
            .AddPhase1Messaging<TicketsDbContext>(
                $"{connectionString};Maximum Pool Size={workers * 3}",
                new MessagingOptions { ServiceName = "tickets_service" },
                messaging => messaging.PlanAnew()
            )
            .BuildServiceProvider();
        Sessions = new CountedSessions(new PostgresSessions(_services.GetRequiredService<IServiceScopeFactory>()));
        Store = new TicketStore(Sessions, TimeProvider.System, NullLogger<TicketStore>.Instance);
        Discovery = new TicketDiscovery(Store, _options, new NoProbe(), TimeProvider.System, NullLogger<TicketDiscovery>.Instance);
    }

    internal CountedSessions Sessions { get; }

    internal TicketStore Store { get; }

    internal TicketDiscovery Discovery { get; }

    /// <summary>Rounds of all workers until none of them finds anything.</summary>
    internal Task ClaimAllAsync() =>
        Task.WhenAll(
            Enumerable
                .Range(0, _workers)
                .Select(async worker =>
                {
                    // A round that made nothing has lost its page to others; two in a row have found the queue empty.
                    for (var idle = 0; idle < 2; )
                    {
                        idle = await Discovery.DiscoverAsync($"worker-{worker}", worker, CancellationToken.None) > 0 ? 0 : idle + 1;
                    }
                })
        );

    /// <summary>The tool, with the patch of a stage.</summary>
    internal Task PatchAsync(int times)
    {
        var tools = new ToolService(
            [new UpdateTicketTool(NullLogger<UpdateTicketTool>.Instance)],
            Store,
            new ToolMetrics(TimeProvider.System),
            TimeProvider.System,
            NullLogger<ToolService>.Instance
        );
        return Task.WhenAll(
            Enumerable
                .Range(0, _workers)
                .Select(async worker =>
                {
                    for (var i = 0; i < times; i++)
                    {
                        var parameters = new JsonObject
                        {
                            ["ticket_id"] = $"P-{(worker * times) + i}",
                            ["metadata"] = new JsonObject
                            {
                                ["stages"] = new JsonObject { ["a"] = new JsonObject { ["status"] = "completed" } },
                            },
                        };
                        await tools.ExecuteToolAsync(
                            UpdateTicketTool.Name,
                            parameters,
                            new(ActorKind.Tool, "bench"),
                            CancellationToken.None
                        );
                    }
                })
        );
    }

    /// <summary>The first page of a teacher's tickets.</summary>
    internal Task ListAsync() =>
        Store.ListAsync(
            new()
            {
                Sops = [],
                PersonalSops = [Procedures.AssociationReview.Name, Procedures.UnknownStudent.Name],
                User = "teacher-7",
            },
            50,
            CancellationToken.None
        );

    public ValueTask DisposeAsync() => _services.DisposeAsync();
}
