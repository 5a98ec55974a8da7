using Phase1.Demo.Client;
using Phase1.Demo.Crash;
using Phase1.Demo.Progress;

namespace Phase1.Demo.Steps;

/// <summary>Who takes part in the story.</summary>
/// <param name="Suite">The suite, spoken to as the teacher.</param>
/// <param name="Board">Where progress is shown.</param>
/// <param name="Watch">Looks at the batches.</param>
/// <param name="Chaos">Kills the suite; null in the undisturbed demo.</param>
sealed record Stage(SuiteClient Suite, ProgressBoard Board, Watch Watch, Chaos? Chaos)
{
    /// <summary>Does a part of the story, disturbed or not.</summary>
    internal Task ActAsync(string phase, int kills, Func<CancellationToken, Task> work, CancellationToken cancellationToken) =>
        Chaos is null ? work(cancellationToken) : Chaos.DuringAsync(phase, kills, work, cancellationToken);
}
