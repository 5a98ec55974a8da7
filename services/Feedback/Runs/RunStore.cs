using Microsoft.EntityFrameworkCore;
using Phase1.Feedback.Storage;

namespace Phase1.Feedback.Runs;

/// <summary>Statements on runs.</summary>
static class RunStore
{
    /// <summary>The run, fresh from the database and locked until the transaction ends.</summary>
    public static Task<FeedbackRun?> LockRunAsync(this FeedbackDbContext db, Guid runId, CancellationToken cancellationToken) =>
        db.Runs.FromSql($"select * from feedback_runs where run_id = {runId} for update").SingleOrDefaultAsync(cancellationToken);

    /// <summary>Open runs of a batch, locked.</summary>
    public static Task<List<FeedbackRun>> LockOpenAsync(this FeedbackDbContext db, Guid batchId, CancellationToken cancellationToken) =>
        db
            .Runs.FromSql(
                $"select * from feedback_runs where batch_id = {batchId} and state in ('running', 'parked') order by run_id for update"
            )
            .ToListAsync(cancellationToken);

    /// <summary>Runs that wait for a budget, locked.</summary>
    public static Task<List<FeedbackRun>> LockAwaitingAsync(
        this FeedbackDbContext db,
        Guid budgetId,
        CancellationToken cancellationToken
    ) =>
        db
            .Runs.FromSql(
                $"select * from feedback_runs where parked_budget_id = {budgetId} and state = 'parked' order by run_id for update"
            )
            .ToListAsync(cancellationToken);

    /// <summary>Whether any run is to be done, now or later.</summary>
    public static Task<bool> HasOpenAsync(this FeedbackDbContext db, CancellationToken cancellationToken) =>
        db.Runs.AnyAsync(run => run.State == RunState.Running || run.State == RunState.Parked, cancellationToken);

    /// <summary>Takes due runs, longest due first, without those in progress; runs that another instance is just taking are left to it.</summary>
    public static Task<List<FeedbackRun>> LockDueAsync(
        this FeedbackDbContext db,
        int most,
        Guid[] inProgress,
        DateTimeOffset now,
        CancellationToken cancellationToken
    ) =>
        db
            .Runs.FromSql(
                $"""
                select * from feedback_runs
                where state in ('running', 'parked') and next_attempt_at <= {now} and run_id <> all({inProgress})
                order by next_attempt_at limit {most} for update skip locked
                """
            )
            .ToListAsync(cancellationToken);
}
