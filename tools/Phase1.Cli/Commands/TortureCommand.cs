using System.CommandLine;
using Phase1.Cli.Local;

namespace Phase1.Cli.Commands;

/// <summary>Kills services and servers under load, then checks the ledger.</summary>
static class TortureCommand
{
    internal static Command Create()
    {
        var kills = NumberOption.Create("--kills", "SIGKILLs to services; 20 batches for each (25)");
        var seed = NumberOption.Create("--seed", "decides victims, order and pauses", int.MinValue);
        var kafka = SuiteOptions.Kafka("with the log on Kafka, whose broker fails too");
        var json = SuiteOptions.Json();
        var command = new Command("torture", "kills services, PostgreSQL and (--kafka) the broker under batches, then checks the ledger")
        {
            kills,
            seed,
            kafka,
            json,
        };
        command.SetAction(
            (parsed, token) =>
                LoadProgram.RunAsync(
                    "torture",
                    parsed.GetValue(kafka),
                    [.. parsed.Pass(kills), .. parsed.Pass(seed), .. parsed.GetValue(json) ? ["--json"] : Array.Empty<string>()],
                    token
                )
        );
        return command;
    }
}
