using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Phase1.Messaging.Records;
using Phase1.Messaging.Rounds;
using Phase1.Messaging.Storage;
using Phase1.Messaging.Tables;
using Phase1.Messaging.Telemetry;

namespace Phase1.Messaging.Operator;

/// <summary>
/// Tries a redrive: the same statements, then the record and its followers through the same round, handlers and state machines, in a transaction
/// that is rolled back. Identity columns keep the numbers that they have given out, as after any rollback.
/// </summary>
sealed class DryRun(
    IServiceScopeFactory scopes,
    RoundTransaction transaction,
    RoundStatements statements,
    RedriveStatements redrive,
    HeldMessageTable held,
    EngineMetrics metrics,
    TimeProvider clock
)
{
    const int MaxFollowers = 50;

    // A row that somebody else has is not waited for, as an operator does not; nor does a trial hold its own locks for long.
    const string Limits = "set local lock_timeout = '2s'; set local statement_timeout = '5s'";

    const string By = "dry run";

    /// <summary>Null with why there is nothing to tell.</summary>
    public async Task<(Resolution Resolution, DryRunView? View)> RunAsync(Guid id, CancellationToken cancellationToken)
    {
        DryRunScope.Open();
        try
        {
            // The scope's end rolls everything back.
            await using var scope = scopes.CreateAsyncScope();
            var work = scope.ServiceProvider.GetRequiredService<UnitOfWork>();
            var context = scope.ServiceProvider.GetRequiredService<DbContext>();
            await work.BeginAsync(cancellationToken);
            await ExecuteAsync(work, [.. Limits.Split(';').Select(limit => new NpgsqlBatchCommand(limit))], cancellationToken);
            var letter = await context
                .Set<DeadLetter>()
                .FromSql(DeadLetterTable.Lock(id))
                .AsNoTracking()
                .FirstOrDefaultAsync(cancellationToken);
            if (letter is not { State: DeadLetterState.Open })
            {
                return (letter is null ? Resolution.NotFound : Resolution.NotOpen, null);
            }
            var view = await TryAsync(work, letter, cancellationToken);
            metrics.Tried(view.Would);
            return (Resolution.Done, view);
        }
        catch (Exception exception) when (IsBusy(exception))
        {
            return (Resolution.Busy, null);
        }
    }

    async Task<DryRunView> TryAsync(UnitOfWork work, DeadLetter letter, CancellationToken cancellationToken)
    {
        var before = await RowCounts.ReadAsync(work.Connection, cancellationToken);
        var record = redrive.Read(letter);
        if (record.Failure is not null)
        {
            return View(Trial.Of(record.Failure), [], [], 0);
        }
        await ExecuteAsync(work, redrive.Of(letter, record, By, null), cancellationToken);
        if (letter.Origin == DeadLetterOrigin.Outbox)
        {
            var published = new Trial("apply") { Facts = [new(letter.Topic, record.Key)] };
            return View(published, await ChangesAsync(), [], 0);
        }
        var chain = await held.LockKeyAsync(work.Connection, record.Key, MaxFollowers + 1, cancellationToken);
        if (chain[0].Head!.DeadLetterId != letter.Id)
        {
            return View(new Trial("hold"), await ChangesAsync(), [], 0);
        }
        var waiting = await held.CountFollowersAsync(work.Connection, record.Key, cancellationToken);
        var first = await TryAsync(work, chain[0], cancellationToken);
        var changes = first.Succeeds ? await ChangesAsync() : [];
        var followers = new List<DryRunFollower>();
        var goesOn = first.Succeeds;
        foreach (var follower in chain.Skip(1).TakeWhile(_ => goesOn))
        {
            var trial = await TryAsync(work, follower, cancellationToken);
            followers.Add(new(follower.Envelope?.Header.EventId, follower.Record.Topic, trial.Would, trial.Failure?.ReasonCode));
            goesOn = trial.Succeeds;
        }
        return View(first, changes, followers, waiting - followers.Count);

        async Task<IReadOnlyList<RowChanges>> ChangesAsync() =>
            RowCounts.Between(before, await RowCounts.ReadAsync(work.Connection, cancellationToken));
    }

    /// <summary>Applies one held record and writes what comes of it, so that the next one finds it.</summary>
    async Task<Trial> TryAsync(UnitOfWork work, InboundRecord head, CancellationToken cancellationToken)
    {
        try
        {
            var round = await transaction.ApplyAsync(work, [head], null, cancellationToken);
            var trial = head.Failure is { } failure
                ? Trial.Of(failure)
                : Trial.Of(round.Ends[0].Outcome!.Value) with
                {
                    State = work.Sagas.Differences().Select(saga => new DryRunState(saga.Kind, saga.Before, saga.After)).FirstOrDefault(),
                    Facts = [.. work.Recorded.Select(fact => new DryRunFact(fact.Topic, fact.PartitionKey))],
                };
            await work.FlushAsync([.. statements.Of(round)], cancellationToken);
            return trial;
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested && !IsBusy(exception))
        {
            return Trial.Of((exception as RecordFailedException)?.Failure ?? Failure.Of(exception));
        }
    }

    static async Task ExecuteAsync(UnitOfWork work, IReadOnlyList<NpgsqlBatchCommand> commands, CancellationToken cancellationToken)
    {
        await using var batch = new NpgsqlBatch(work.Connection, work.Transaction);
        foreach (var command in commands)
        {
            batch.BatchCommands.Add(command);
        }
        await batch.ExecuteNonQueryAsync(cancellationToken);
    }

    // Lock time-out, statement time-out, deadlock.
    static bool IsBusy(Exception exception)
    {
        for (Exception? cause = exception; cause is not null; cause = cause.InnerException)
        {
            if (cause is PostgresException { SqlState: "55P03" or "57014" or "40P01" })
            {
                return true;
            }
        }
        return false;
    }

    DryRunView View(Trial trial, IReadOnlyList<RowChanges> rows, IReadOnlyList<DryRunFollower> followers, int followersLeft) =>
        new(trial.Would, trial.Failure?.ReasonCode, trial.Failure?.Reason, trial.Facts, rows, followers, followersLeft, clock.GetUtcNow())
        {
            State = trial.State,
        };

    /// <summary>What would become of one record.</summary>
    sealed record Trial(string Would)
    {
        public Failure? Failure { get; init; }

        public DryRunState? State { get; init; }

        public IReadOnlyList<DryRunFact> Facts { get; init; } = [];

        /// <summary>Whether its followers would come after it.</summary>
        public bool Succeeds => Failure is null;

        public static Trial Of(RecordOutcome outcome) =>
            new(
                outcome switch
                {
                    RecordOutcome.Applied => "apply",
                    RecordOutcome.Duplicate => "duplicate",
                    RecordOutcome.Stale => "stale",
                    RecordOutcome.Parked => "park",
                    _ => "refuse",
                }
            );

        public static Trial Of(Failure failure) =>
            new(failure.Kind == FailureKind.Violation || failure.ReasonCode == DryRunScope.Refusal ? "refuse" : "fail")
            {
                Failure = failure,
            };
    }
}
