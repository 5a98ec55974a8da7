using Npgsql;
using Phase1.Messaging.DeadLetters;
using Phase1.Messaging.Dispatch;
using Phase1.Messaging.Inbox;
using Phase1.Messaging.Pump;

namespace Phase1.Messaging.HeldMessages;

/// <summary>
/// One transaction over the first held records of some keys, as a poll is one over its records: those that can be handled now are released, the
/// others are put off, or given up after their last try.
/// </summary>
sealed class RetryPass(
    RecordHandling handling,
    InboxStatements inbox,
    DeadLetterStatements deadLetters,
    MessagingOptions options,
    TimeProvider clock,
    IStuckBatchNotification? notice = null
)
{
    /// <summary>Tries what is due of the keys.</summary>
    /// <param name="work">Not begun.</param>
    /// <param name="keys">Whose first records are to be tried.</param>
    /// <param name="failures">Of records that failed in a pass that was undone, by event id: they are not tried again in this one.</param>
    /// <param name="cancellationToken">Ends the pass; nothing of it remains.</param>
    /// <returns>The keys that may go on with their next record.</returns>
    /// <exception cref="RecordFailedException">A record failed, and only the rollback undoes it.</exception>
    public async Task<IReadOnlyList<string>> RunAsync(
        UnitOfWork work,
        IReadOnlyCollection<string> keys,
        IReadOnlyDictionary<Guid, Failure> failures,
        CancellationToken cancellationToken
    )
    {
        var now = clock.GetUtcNow();
        await work.BeginAsync(cancellationToken);
        var heads = await HeldHead.LockAsync(work, options, keys, now, cancellationToken);
        foreach (var record in heads.Select(head => head.Record).Where(record => record.Failure is null))
        {
            record.Failure = failures.GetValueOrDefault(record.EventId);
        }
        try
        {
            var outcomes = await TryAsync(work, heads, now, cancellationToken);
            await work.CommitAsync([.. outcomes.Statements()], cancellationToken);
            return outcomes.ReleasedKeys;
        }
        catch (Exception exception) when (IsTheOnlyOnes(exception, heads))
        {
            throw new RecordFailedException(heads[0].Record, Failure.Of(exception), exception);
        }
    }

    // An error of a bulk statement can be attributed to a record only if it is the only one.
    static bool IsTheOnlyOnes(Exception exception, List<HeldHead> heads) =>
        heads is [{ Record.Failure: null }] && exception is not (RecordFailedException or OperationCanceledException);

    async Task<HeldOutcomes> TryAsync(UnitOfWork work, List<HeldHead> heads, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var outcomes = new HeldOutcomes(inbox, deadLetters, options, now);
        var (taken, deleted) = await TakeAsync(work, heads, cancellationToken);
        foreach (var head in heads)
        {
            if (deleted.Has(head.Record))
            {
                outcomes.Handled(head, RecordOutcome.Stale);
            }
            else if (head.Record.Failure is null)
            {
                await TryAsync(work, head, isNew: taken.Remove(head.Record.EventId), outcomes, cancellationToken);
            }
            else
            {
                Fail(work, head, outcomes);
            }
        }
        return outcomes;
    }

    async Task TryAsync(UnitOfWork work, HeldHead head, bool isNew, HeldOutcomes outcomes, CancellationToken cancellationToken)
    {
        if (!isNew)
        {
            outcomes.Handled(head, RecordOutcome.Applied);
            return;
        }
        head.Record.Failure = await handling.HandleAsync(work, head.Record, head.IsRedriven, cancellationToken);
        if (head.Record.Failure is null)
        {
            outcomes.Handled(head, work.Outcome);
            return;
        }
        outcomes.TakenBack(head);
        Fail(work, head, outcomes);
    }

    void Fail(UnitOfWork work, HeldHead head, HeldOutcomes outcomes)
    {
        if (head.Record.Failure is { Kind: FailureKind.Violation })
        {
            outcomes.Refused(head);
        }
        else if (head.Attempts < options.RetryDelays.Length)
        {
            outcomes.Postponed(head);
        }
        else
        {
            outcomes.GivenUp(head);
            if (head is { DeadLetterId: null, Record.BatchId: { } batch })
            {
                notice?.Announce(work, batch, head.Record.Cause, head.Record.Failure!.ReasonCode);
            }
        }
    }

    // The records themselves block their keys, so they are taken without asking for that.
    async Task<(HashSet<Guid> Taken, HashSet<Guid> DeletedBatches)> TakeAsync(
        UnitOfWork work,
        List<HeldHead> heads,
        CancellationToken cancellationToken
    )
    {
        if (heads.Count == 0)
        {
            return ([], []);
        }
        List<InboundRecord> takers = [.. heads.Select(head => head.Record).Where(record => record.Failure is null)];
        await using var batch = new NpgsqlBatch(work.EngineConnection, work.Transaction);
        batch.BatchCommands.Add(DeletedBatches.ToSelect(heads.Select(head => head.Record)));
        var taking = RecordTaking.AddTo(batch, work, inbox, takers);
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        var deleted = await DeletedBatches.ReadAsync(reader, cancellationToken);
        await reader.NextResultAsync(cancellationToken);
        return (await taking.ReadAsync(reader, cancellationToken), deleted);
    }
}
