using Npgsql;
using Phase1.Messaging;
using Phase1.Tickets.Sops;

namespace Phase1.Tickets.Discovery;

/// <summary>What went wrong with a stage: something that is away, for which it waits without limit, or an error of its own.</summary>
/// <param name="IsAway">Whether waiting helps.</param>
/// <param name="Code">For the ticket and its task; never a text of data.</param>
sealed record StageFault(bool IsAway, string Code)
{
    static readonly int[] Seconds = [1, 5, 25, 120, 300];

    internal static StageFault Of(Exception error) =>
        error switch
        {
            StageException own => new(false, own.Code),
            InfrastructureException or HttpRequestException or TimeoutException => new(true, "AWAY"),
            NpgsqlException database when DatabaseTrouble.Passes(database) => new(true, "AWAY"),
            _ => new(false, "STAGE_ERROR"),
        };

    /// <summary>How long the ticket waits before the stage is tried again; null when it is not.</summary>
    /// <param name="failures">How often it has failed in a row, this time included.</param>
    internal TimeSpan? PauseAfter(int failures) =>
        IsAway ? TimeSpan.FromMinutes(Math.Min(60, Math.Pow(2, Math.Min(failures - 1, 10))))
        : failures > Seconds.Length ? null
        : TimeSpan.FromSeconds(Seconds[failures - 1]);
}
