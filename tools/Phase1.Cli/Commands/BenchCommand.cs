using System.CommandLine;
using Phase1.Cli.Local;

namespace Phase1.Cli.Commands;

/// <summary>The benchmarks.</summary>
static class BenchCommand
{
    internal static Command Create()
    {
        var json = SuiteOptions.Json();
        var kafka = new Option<bool>("--kafka") { Description = "with the log on Kafka" };
        var pipeline = new Command("pipeline", "whole batches of 30 essays from registration to ready, through all services") { kafka };
        pipeline.SetAction((parsed, token) => LoadProgram.RunAsync("pipeline", parsed.GetValue(kafka), Options(parsed, json), token));
        return new Command("bench", "measures")
        {
            json,
            Measuring("engine", "the engine, on a PostgreSQL of its own", needsPostgres: true, json),
            Measuring(
                "matching",
                "how right and how fast student matching is, on labelled essays of its own making",
                needsPostgres: false,
                json
            ),
            Measuring("timeout", "the deadline monitor: 100,000 associations due of 1,000,000 pending", needsPostgres: true, json),
            pipeline,
        };
    }

    static Command Measuring(string name, string description, bool needsPostgres, Option<bool> json)
    {
        var command = new Command(name, description);
        command.SetAction((parsed, token) => BenchmarkProgram.RunAsync(name, needsPostgres, Options(parsed, json), token));
        return command;
    }

    static IReadOnlyList<string> Options(ParseResult parsed, Option<bool> json) => parsed.GetValue(json) ? ["--json"] : [];
}
