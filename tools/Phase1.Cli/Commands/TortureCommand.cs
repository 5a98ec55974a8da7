using System.CommandLine;
using System.Globalization;
using Phase1.Cli.Local;

namespace Phase1.Cli.Commands;

/// <summary>Kills services and servers under load, then checks the ledger.</summary>
static class TortureCommand
{
    internal static Command Create()
    {
        var kills = new Option<int?>("--kills") { Description = "SIGKILLs to services; 20 batches for each (25)", HelpName = "N" };
        var seed = new Option<int?>("--seed") { Description = "decides victims, order and pauses", HelpName = "N" };
        var kafka = SuiteOptions.Kafka("with the log on Kafka, whose broker fails too");
        var json = SuiteOptions.Json();
        kills.Validators.Add(result =>
        {
            if (result.Tokens is [var token] && int.TryParse(token.Value, CultureInfo.InvariantCulture, out var number) && number < 1)
            {
                result.AddError("--kills takes a number from 1");
            }
        });
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
                    [
                        .. Number("--kills", parsed.GetValue(kills)),
                        .. Number("--seed", parsed.GetValue(seed)),
                        .. parsed.GetValue(json) ? ["--json"] : Array.Empty<string>(),
                    ],
                    token
                )
        );
        return command;
    }

    static string[] Number(string option, int? value) => value is { } number ? [option, number.ToString(CultureInfo.InvariantCulture)] : [];
}
