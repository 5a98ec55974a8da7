using System.Security.Cryptography;
using Phase1.Demo.Progress;

namespace Phase1.Demo.Crash;

/// <summary>
/// Kills the suite at random moments while the demo goes on. Each phase of the story brings a number of kills and does not end before they are
/// done, so that no phase is spared and the flow always gets through.
/// </summary>
sealed class Chaos(SuiteProcess process, SuiteDoor door, ProgressBoard board, TimeProvider clock)
{
    /// <summary>How often the suite has been killed.</summary>
    internal int Kills { get; private set; }

    /// <summary>Does a part of the story while the suite is killed.</summary>
    internal async Task DuringAsync(string phase, int kills, Func<CancellationToken, Task> work, CancellationToken cancellationToken)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        Task[] both = [KillAsync(phase, kills, either.Token), work(either.Token)];
        var first = await Task.WhenAny(both);
        if (first.IsFaulted)
        {
            await either.CancelAsync();
        }
        await Task.WhenAll(both);
    }

    async Task KillAsync(string phase, int kills, CancellationToken cancellationToken)
    {
        for (var i = 0; i < kills; i++)
        {
            // Mostly while it works, now and then while it starts.
            if (RandomNumberGenerator.GetInt32(5) > 0)
            {
                await door.OpenAsync(cancellationToken);
            }
            await PauseAsync(1500, cancellationToken);
            await process.KillAsync(cancellationToken);
            Kills++;
            board.Say($"Kill {Kills}: SIGKILL while {phase}.");
            await process.LaunchAsync(cancellationToken);
        }
    }

    /// <summary>A teacher takes a moment before each action; a kill finds that moment, too.</summary>
    internal Task PaceAsync(CancellationToken cancellationToken) => PauseAsync(300, cancellationToken);

    Task PauseAsync(int longestMilliseconds, CancellationToken cancellationToken) =>
        Task.Delay(TimeSpan.FromMilliseconds(RandomNumberGenerator.GetInt32(longestMilliseconds)), clock, cancellationToken);
}
