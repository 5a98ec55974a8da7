using System.Security.Cryptography;
using Phase1.Demo.Progress;
using Phase1.Servers.Suites;

namespace Phase1.Demo.Crash;

/// <summary>
/// Kills the suite at random moments while the demo goes on. Each phase of the story brings a number of kills and does not end before they are
/// done, so that no phase is spared and the flow always gets through.
/// </summary>
sealed class Chaos(SuiteLauncher suite, ProgressBoard board, TimeProvider clock)
{
    static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

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
                await suite.ReadyAsync(Patience, null, cancellationToken);
            }
            await PauseAsync(1500, cancellationToken);
            await suite.KillAsync();
            Kills++;
            board.Say($"Kill {Kills}: SIGKILL while {phase}.");
            suite.Launch();
        }
    }

    /// <summary>A teacher takes a moment before each action; a kill finds that moment, too.</summary>
    internal Task PaceAsync(CancellationToken cancellationToken) => PauseAsync(300, cancellationToken);

    Task PauseAsync(int longestMilliseconds, CancellationToken cancellationToken) =>
        Task.Delay(TimeSpan.FromMilliseconds(RandomNumberGenerator.GetInt32(longestMilliseconds)), clock, cancellationToken);
}
