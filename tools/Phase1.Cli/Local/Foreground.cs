using Phase1.Cli.Output;
using Phase1.Servers.Processes;
using Phase1.Servers.Suites;

namespace Phase1.Cli.Local;

/// <summary>Shows the suite's logs until it is interrupted, or until a process ends.</summary>
sealed class Foreground(LocalSuite suite, SuiteLauncher launcher, Screen screen)
{
    static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(200);

    internal async Task<int> FollowAsync(CancellationToken cancellationToken)
    {
        List<LogTail> logs = [.. launcher.Processes.OfType<DetachedProcess>().Select(process => new LogTail(process.Name, process.Log))];
        try
        {
            while (launcher.Processes.All(process => process.IsRunning))
            {
                logs.ForEach(log => log.CopyTo(Console.Out, named: logs.Count > 1));
                await Task.Delay(Interval, TimeProvider.System, cancellationToken);
            }
        }
        catch (OperationCanceledException)
        {
            await suite.EndAllAsync(CancellationToken.None);
            return ExitCode.Done;
        }
        logs.ForEach(log => log.CopyTo(Console.Out, named: logs.Count > 1));
        var ended = launcher.Processes.First(process => !process.IsRunning);
        if (!await suite.EndOthersAsync(CancellationToken.None))
        {
            screen.Say("the suite was ended by another command");
            return ExitCode.Done;
        }
        throw new CommandException($"{ended.Name} has ended by itself; its last words:\n{ended.Words}");
    }
}
