using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Logging;
using Phase1.Events;
using Phase1.Tests.Infrastructure;
using Phase1.Tests.Infrastructure.Services;
using Phase1.Tickets.Discovery;
using Phase1.Tickets.Lifecycle;
using Phase1.Tickets.Sops;
using Phase1.Tickets.Store;
using Phase1.Tickets.Tools;

namespace Phase1.Integration.Tests.Tickets;

/// <summary>The parts of the service on one database, at noon of 7 November 2025 until the test moves the clock.</summary>
sealed class TicketWorld : IDisposable
{
    internal const string Me = "occurrence-1";
    internal const string Other = "occurrence-2";
    internal static readonly TicketActor Tester = new(ActorKind.Tool, "tester");

    readonly ILoggerFactory _loggers;
    readonly ConcurrentQueue<string> _lines = new();

    internal TicketWorld(TicketRoom room, ITicketSessions? sessions = null, params IStageHandler[] handlers)
    {
        Room = room;
        _loggers = LoggerFactory.Create(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(new LogRecorder(_lines)));
        Sops = new SopCatalogue([Review, Steps], handlers);
        Store = new TicketStore(sessions ?? room.Sessions, Clock, _loggers.CreateLogger<TicketStore>());
        Occurrences = new OccurrenceStore(sessions ?? room.Sessions, Clock);
        Tools = new ToolService(
            [
                new UpdateTicketTool(_loggers.CreateLogger<UpdateTicketTool>()),
                new DeferTicketTool(Sops, Clock, _loggers.CreateLogger<DeferTicketTool>()),
                new GetTicketTool(),
            ],
            Store,
            new ToolMetrics(Clock),
            Clock,
            _loggers.CreateLogger<ToolService>()
        );
    }

    /// <summary>Its deadline binds.</summary>
    internal static Sop Review { get; } =
        new("REVIEW", "review", "REVIEW", 7, [new("decides", IsHuman: true)], "teacher") { DeadlineBinds = true };

    /// <summary>Two stages that run by themselves, and a person's.</summary>
    internal static Sop Steps { get; } =
        new("STEPS", "steps", "STEPS", 5, [new("first"), new("second"), new("decides", IsHuman: true)], "teacher");

    internal TicketRoom Room { get; }

    internal ManualTimeProvider Clock { get; } = new(new DateTimeOffset(2025, 11, 7, 12, 0, 0, TimeSpan.Zero));

    internal SopCatalogue Sops { get; }

    internal TicketStore Store { get; }

    internal OccurrenceStore Occurrences { get; }

    internal ToolService Tools { get; }

    internal IReadOnlyCollection<string> Lines => _lines;

    internal static NewTicket T001 { get; } =
        new()
        {
            TicketId = "T001",
            Sop = "DSAR_ACCESS",
            TicketType = "dsar",
            Email = "user@example.com",
            UserIdentifier = "user123",
            SubmittedAt = new DateTimeOffset(2025, 11, 7, 10, 0, 0, TimeSpan.Zero),
            Metadata = new JsonObject { ["stages"] = new JsonObject() },
        };

    internal async Task<Ticket> AddAsync(NewTicket ticket) =>
        (await Store.CreateAsync(ticket, Tester, CancellationToken.None)).ShouldBeOfType<CreateOutcome.Created>().Ticket;

    internal Task<Ticket> AddAsync(TicketStatus status, string owner = Ticket.Shared, string metadata = "{}") =>
        AddAsync(T001 with { Status = status, Owner = owner, Metadata = Json(metadata) });

    internal async Task<Ticket> GetAsync(string id = "T001") => (await Store.GetAsync(id, CancellationToken.None)).ShouldNotBeNull();

    internal async Task<IReadOnlyList<TicketChange>> HistoryAsync(string id = "T001") =>
        await Store.HistoryAsync(id, 0, 1000, CancellationToken.None);

    internal Task<ToolResult> UpdateAsync(string parameters) => RunAsync(UpdateTicketTool.Name, parameters);

    internal Task<ToolResult> DeferAsync(string parameters) => RunAsync(DeferTicketTool.Name, parameters);

    internal Task<ToolResult> RunAsync(string tool, string parameters) =>
        Tools.ExecuteToolAsync(tool, Json(parameters), Tester, CancellationToken.None);

    internal TicketDiscovery Discovery(IDiscoveryProbe? probe = null, TicketsOptions? options = null) =>
        new(Store, options ?? new TicketsOptions(), probe ?? new NoProbe(), Clock, _loggers.CreateLogger<TicketDiscovery>());

    /// <summary>One round of discovery.</summary>
    internal Task<int> RoundAsync(string occurrence = Me) => Discovery().DiscoverAsync(occurrence, 0, CancellationToken.None);

    /// <summary>Runs every pending task of an occurrence, one after the other.</summary>
    internal async Task<int> RunTasksAsync(string occurrence = Me)
    {
        var run = new TaskRun(Store, Tools, Sops, Clock, _loggers.CreateLogger<TaskRun>());
        var count = 0;
        while (await Store.TakeTaskAsync(occurrence, Clock.GetUtcNow(), CancellationToken.None) is { } task)
        {
            await run.RunAsync(task, CancellationToken.None);
            count++;
        }
        return count;
    }

    internal Task<List<string>> TasksAsync() =>
        Room.TextsAsync("select source || ' ' || status || ' ' || correlation_id from work_tasks order by task_id");

    internal static JsonObject Json(string text) => JsonNode.Parse(text)!.AsObject();

    public void Dispose() => _loggers.Dispose();
}
