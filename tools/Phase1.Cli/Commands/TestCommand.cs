using System.CommandLine;
using Phase1.Cli.Testing;

namespace Phase1.Cli.Commands;

/// <summary>Runs every test.</summary>
static class TestCommand
{
    static readonly TimeSpan Longest = TimeSpan.FromMinutes(30);

    internal static Command Create()
    {
        var command = new Command("test", "runs every test; the last line is \"N passed, N failed, N skipped\"");
        command.SetAction((_, token) => TestRun.RunAsync(Longest, new Dictionary<string, string>(), token));
        return command;
    }
}
