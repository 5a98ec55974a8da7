using System.CommandLine;
using Phase1.Cli.Local;

namespace Phase1.Cli.Commands;

/// <summary>The benchmarks.</summary>
static class BenchCommand
{
    internal static Command Create()
    {
        var json = SuiteOptions.Json();
        return new Command("bench", "measures")
        {
            json,
            Measuring("engine", "the engine, on a PostgreSQL of its own", BenchmarkNeeds.Database, json),
            Measuring(
                "peers",
                "the engine beside WolverineFx and CAP, on a PostgreSQL and a broker of its own",
                BenchmarkNeeds.Broker,
                json
            ),
            Measuring(
                "matching",
                "how right and how fast student matching is, on labelled essays of its own making",
                BenchmarkNeeds.Nothing,
                json
            ),
            Measuring("timeout", "the deadline monitor: 100,000 associations due of 1,000,000 pending", BenchmarkNeeds.Database, json),
            Pipeline(json),
            Backlog(json),
            Neighbour(json),
            Portal(json),
            Gateway(json),
        };
    }

    static Command Pipeline(Option<bool> json)
    {
        var kafka = new Option<bool>("--kafka") { Description = "with the log on Kafka" };
        var instances = NumberOption.Create("--instances", "processes of each service (1)");
        var batches = NumberOption.Create("--batches", "batches that are measured, after half as many again to warm up (400)");
        var command = new Command("pipeline", "whole batches of 30 essays from registration to ready, through all services")
        {
            kafka,
            instances,
            batches,
        };
        command.SetAction(
            (parsed, token) =>
                LoadProgram.RunAsync(
                    "pipeline",
                    parsed.GetValue(kafka),
                    [.. parsed.Pass(instances), .. parsed.Pass(batches), .. Options(parsed, json)],
                    token
                )
        );
        return command;
    }

    static Command Backlog(Option<bool> json)
    {
        var kafka = new Option<bool>("--kafka") { Description = "with the log on Kafka" };
        var rows = NumberOption.Create("--rows", "events that are recorded meanwhile (1000000)");
        var seconds = NumberOption.Create("--seconds", "how long the log is away (600)");
        var command = new Command(
            "backlog",
            "the log is away while events are recorded: memory, readiness, and how fast they leave afterwards"
        )
        {
            kafka,
            rows,
            seconds,
        };
        command.SetAction(
            (parsed, token) =>
                BenchmarkProgram.RunAsync(
                    "backlog",
                    parsed.GetValue(kafka) ? BenchmarkNeeds.Broker : BenchmarkNeeds.Nothing,
                    [
                        .. parsed.GetValue(kafka) ? ["--kafka"] : Array.Empty<string>(),
                        .. parsed.Pass(rows),
                        .. parsed.Pass(seconds),
                        .. Options(parsed, json),
                    ],
                    token
                )
        );
        return command;
    }

    static Command Neighbour(Option<bool> json)
    {
        var seconds = NumberOption.Create("--seconds", "how long the transaction is open (600)");
        var command = new Command("neighbour", "what the engine loses while somebody else's transaction is open on its database")
        {
            seconds,
        };
        command.SetAction(
            (parsed, token) =>
                BenchmarkProgram.RunAsync("neighbour", BenchmarkNeeds.Nothing, [.. parsed.Pass(seconds), .. Options(parsed, json)], token)
        );
        return command;
    }

    static Command Portal(Option<bool> json)
    {
        var requests = NumberOption.Create("--requests", "how often each page is asked for (400)");
        var command = new Command("portal", "the pages under eight teachers, uploads beside the direct way, decisions, open streams")
        {
            requests,
        };
        command.SetAction(
            (parsed, token) => LoadProgram.RunAsync("portal", kafka: false, [.. parsed.Pass(requests), .. Options(parsed, json)], token)
        );
        return command;
    }

    static Command Gateway(Option<bool> json)
    {
        var calls = NumberOption.Create("--calls", "calls that are made on a limit (10000)");
        var command = new Command(
            "gateway",
            "what the Model Gateway adds to a call, how many it bears, and whether a limit holds over two of it"
        )
        {
            calls,
        };
        command.SetAction(
            (parsed, token) => LoadProgram.RunAsync("gateway", kafka: false, [.. parsed.Pass(calls), .. Options(parsed, json)], token)
        );
        return command;
    }

    static Command Measuring(string name, string description, BenchmarkNeeds needs, Option<bool> json)
    {
        var command = new Command(name, description);
        command.SetAction((parsed, token) => BenchmarkProgram.RunAsync(name, needs, Options(parsed, json), token));
        return command;
    }

    static IReadOnlyList<string> Options(ParseResult parsed, Option<bool> json) => parsed.GetValue(json) ? ["--json"] : [];
}
