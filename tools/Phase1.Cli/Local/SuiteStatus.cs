using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Npgsql;
using Phase1.Cli.Output;
using Phase1.Servers.Kafka;
using Phase1.Servers.Processes;
using Phase1.Servers.Suites;
using Spectre.Console;

namespace Phase1.Cli.Local;

/// <summary>What runs of the local suite.</summary>
/// <param name="Ready">Whether every service is.</param>
/// <param name="Transport">postgres or kafka: where the log is.</param>
/// <param name="Services">The services in the order of their ports.</param>
/// <param name="Servers">What they run on.</param>
sealed record SuiteStatus(bool Ready, string Transport, IReadOnlyList<ServiceStatus> Services, IReadOnlyList<ServerStatus> Servers)
{
    const string OnKafka = "kafka";
    const string OnPostgres = "postgres";
    const string Running = "running";
    const string Stopped = "stopped";
    const string Named = "named by the environment";

    static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    internal static async Task<SuiteStatus> ReadAsync(StateFolder state, CancellationToken cancellationToken)
    {
        var services = await Task.WhenAll(SuiteServices.All.Select(service => AskAsync(state, service, cancellationToken)));
        return new(
            services.All(service => service.State == ServiceStatus.Ready),
            state.OnKafka ? OnKafka : OnPostgres,
            services,
            await ServersAsync(state)
        );
    }

    internal string ToJson() => JsonSerializer.Serialize(this, Json);

    internal Table ToTable()
    {
        var table = new Table { Border = TableBorder.None, ShowHeaders = false };
        table.AddColumns("", "", "", "");
        foreach (var service in Services)
        {
            table.AddRow(
                Markup.Escape(service.Name),
                service.Port.ToString(CultureInfo.InvariantCulture),
                service.State == ServiceStatus.Ready ? "[green]ready[/]" : $"[red]{service.State.Replace('_', ' ')}[/]",
                service.Pid is { } pid ? string.Create(CultureInfo.InvariantCulture, $"pid {pid}") : ""
            );
        }
        foreach (var server in Servers)
        {
            table.AddRow(Markup.Escape(server.Name), Markup.Escape(server.Address ?? ""), Markup.Escape(server.State), "");
        }
        // Only what runs has a log: without a suite, the one of the last run says nothing about the next.
        if (Services.Any(service => service.State != ServiceStatus.Stopped))
        {
            table.AddRow("events", "", Transport == OnKafka ? "exchanged over Kafka" : "exchanged over PostgreSQL", "");
        }
        return table;
    }

    static async Task<ServiceStatus> AskAsync(StateFolder state, SuiteService service, CancellationToken cancellationToken)
    {
        var port = SuitePlan.PortOf(state.BasePort, service);
        var process = new PidFile(state.PidOf(state.OnKafka ? service.ShortName() : SuiteProgram.AllInOne)).Running;
        // Somebody else may listen there.
        var word =
            process is null ? ServiceStatus.Stopped
            : (await Readiness.AskAsync(port, cancellationToken)).IsReady ? ServiceStatus.Ready
            : ServiceStatus.NotReady;
        return new(service.Title(), port, word, process?.Id);
    }

    static async Task<IReadOnlyList<ServerStatus>> ServersAsync(StateFolder state)
    {
        var servers = new SuiteServers(state, new Screen());
        List<ServerStatus> found = [PostgresOf(servers)];
        if (state.OnKafka)
        {
            var runs = servers.HasPrivateBroker && KafkaTool.Path is { } tool && await new KafkaTool(tool).RunsAsync(state.Kafka);
            found.Add(
                new(
                    "Kafka",
                    state.Brokers,
                    !servers.HasPrivateBroker ? Named
                        : runs ? Running
                        : Stopped
                )
            );
            if (servers.Redis.Connection is { } redis)
            {
                var word =
                    !servers.Redis.IsPrivate ? Named
                    : servers.Redis.IsRunning ? Running
                    : Stopped;
                found.Add(new("Redis", redis.Split(',')[0], word));
            }
        }
        return found;
    }

    static ServerStatus PostgresOf(SuiteServers servers)
    {
        if (SuiteServers.NamedPostgres is { } given)
        {
            var address = new NpgsqlConnectionStringBuilder(given);
            return new("PostgreSQL", string.Create(CultureInfo.InvariantCulture, $"{address.Host}:{address.Port}"), Named);
        }
        return servers.Postgres.RunningPort is { } port
            ? new("PostgreSQL", string.Create(CultureInfo.InvariantCulture, $"127.0.0.1:{port}"), Running)
            : new("PostgreSQL", null, Stopped);
    }
}

/// <summary>One service.</summary>
/// <param name="Name">As people call it.</param>
/// <param name="Port">Where it listens.</param>
/// <param name="State">ready, not_ready or stopped.</param>
/// <param name="Pid">Its process, which all services may share.</param>
sealed record ServiceStatus(string Name, int Port, string State, int? Pid)
{
    internal const string Ready = "ready";
    internal const string NotReady = "not_ready";
    internal const string Stopped = "stopped";
}

/// <summary>One server.</summary>
/// <param name="Name">What it is.</param>
/// <param name="Address">Where it listens.</param>
/// <param name="State">running, stopped, or that the environment names it.</param>
sealed record ServerStatus(string Name, string? Address, string State);
