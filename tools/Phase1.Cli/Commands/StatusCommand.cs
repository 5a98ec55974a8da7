using System.CommandLine;
using Phase1.Cli.Local;
using Phase1.Cli.Output;

namespace Phase1.Cli.Commands;

/// <summary>Says what runs.</summary>
static class StatusCommand
{
    internal static Command Create()
    {
        var json = SuiteOptions.Json();
        var command = new Command("status", "what runs: services, servers, the log; exit 0 when all of it is ready") { json };
        command.SetAction(
            async (parsed, token) =>
            {
                var status = await SuiteStatus.ReadAsync(StateFolder.OfRepository, token);
                if (parsed.GetValue(json))
                {
                    await Console.Out.WriteLineAsync(status.ToJson());
                }
                else
                {
                    new Screen(Console.Out).Show(status.ToTable());
                }
                return status.Ready ? ExitCode.Done : ExitCode.Failed;
            }
        );
        return command;
    }
}
