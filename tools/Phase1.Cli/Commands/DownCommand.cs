using System.CommandLine;
using Phase1.Cli.Local;
using Phase1.Cli.Output;

namespace Phase1.Cli.Commands;

/// <summary>Ends what the other commands started, and only that.</summary>
static class DownCommand
{
    internal static Command Create()
    {
        var command = new Command("down", "ends what ./phase1 started, and only that; data stays");
        command.SetAction(
            async (_, token) =>
            {
                await new LocalSuite(StateFolder.OfRepository, new Screen()).EndAllAsync(token);
                return ExitCode.Done;
            }
        );
        return command;
    }
}
