using Microsoft.EntityFrameworkCore;

namespace Phase1.Nlp.Runs;

/// <summary>Statements on runs.</summary>
static class RunStore
{
    /// <summary>
    /// How long a claimed run belongs to its claimer: longer than roster and texts are waited for. When a process dies, another one takes over
    /// after it. A run that takes longer may be done twice, but only one result is ever recorded.
    /// </summary>
    static readonly TimeSpan Lease = TimeSpan.FromSeconds(90);

    /// <summary>The run, fresh from the database and locked until the transaction ends.</summary>
    public static Task<MatchingRun?> LockRunAsync(this NlpDbContext db, Guid batchId, CancellationToken cancellationToken) =>
        db.Runs.FromSql($"select * from matching_runs where batch_id = {batchId} for update").SingleOrDefaultAsync(cancellationToken);

    /// <summary>Whether any run is to be done, now or later.</summary>
    public static Task<bool> HasPendingAsync(this NlpDbContext db, CancellationToken cancellationToken) =>
        db.Runs.AnyAsync(run => run.State == RunState.Pending, cancellationToken);

    /// <summary>Takes due runs, longest due first, without those in progress; runs that another instance is just taking are left to it.</summary>
    public static async Task<IReadOnlyList<MatchingRun>> ClaimAsync(
        this NlpDbContext db,
        int most,
        Guid[] inProgress,
        DateTimeOffset now,
        TimeSpan giveUpAfter,
        CancellationToken cancellationToken
    )
    {
        var due = await db
            .Runs.FromSql(
                $"""
                select * from matching_runs where state = 'pending' and next_attempt_at <= {now} and batch_id <> all({inProgress})
                order by next_attempt_at limit {most} for update skip locked
                """
            )
            .ToListAsync(cancellationToken);
        foreach (var run in due)
        {
            run.Attempts++;
            run.NextAttemptAt = now + Lease;
            run.GiveUpAt ??= now + giveUpAfter;
        }

        return due;
    }
}
