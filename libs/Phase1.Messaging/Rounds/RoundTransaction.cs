using Microsoft.Extensions.Logging;
using Npgsql;
using Phase1.Events;
using Phase1.Messaging.Dispatch;
using Phase1.Messaging.Records;
using Phase1.Messaging.Storage;
using Phase1.Messaging.Tables;
using Phase1.Messaging.Telemetry;
using Phase1.Messaging.UnitsOfWork;

namespace Phase1.Messaging.Rounds;

/// <summary>
/// One transaction for a whole round: three round trips to the database, however many records (one more for held heads). Inbox, fence and sagas
/// in the first; every record in its order; sagas, outbox and what is held in the second; the commit.
/// </summary>
sealed partial class RoundTransaction(
    RecordHandling handling,
    InboxTable inbox,
    HeldMessageTable held,
    RoundStatements statements,
    RetrySignal retries,
    EngineMetrics metrics,
    ILogger<RoundTransaction> logger
)
{
    /// <summary>Applies the records; those with a failure are held or dead-lettered instead.</summary>
    /// <exception cref="FencedException">A partition has another owner.</exception>
    /// <exception cref="RecordFailedException">A record failed, and only the rollback undoes it.</exception>
    public async Task RunAsync(
        UnitOfWork work,
        IReadOnlyList<InboundRecord> records,
        IRecordLock locks,
        CancellationToken cancellationToken
    )
    {
        await work.BeginAsync(cancellationToken);
        var locked = await locks.LockAsync(work.Connection, records, cancellationToken);
        if (locked.Count == 0)
        {
            return;
        }
        var round = await ApplyAsync(work, locked, locks.CheckOf(locked), cancellationToken);
        await work.CommitAsync([.. statements.Of(round)], cancellationToken);
        Count(round);
        foreach (
            var delay in round.Ends.Where(end => end.Outcome is null).Select(end => held.DelayOf(end.Record)).OfType<TimeSpan>().Distinct()
        )
        {
            retries.Expect(delay);
        }
    }

    /// <summary>Applies the records in a unit of work that has begun: nothing is committed or counted, and the round's own statements are not run.</summary>
    /// <exception cref="FencedException">A partition has another owner.</exception>
    /// <exception cref="RecordFailedException">A record failed, and only the rollback undoes it.</exception>
    public async Task<Round> ApplyAsync(
        UnitOfWork work,
        IReadOnlyList<InboundRecord> records,
        FenceCheck? fence,
        CancellationToken cancellationToken
    )
    {
        var round = await OpenAsync(work, records, fence, cancellationToken);
        foreach (var record in records)
        {
            var isTaken = round.Takes(record);
            round.Add(new(record, await ApplyAsync(work, round, record, isTaken, cancellationToken), isTaken));
        }
        return round;
    }

    async Task<Round> OpenAsync(
        UnitOfWork work,
        IReadOnlyList<InboundRecord> records,
        FenceCheck? fence,
        CancellationToken cancellationToken
    )
    {
        var takers = Takers(records);
        foreach (var fact in takers.Select(record => record.Data).OfType<IBatchFact>())
        {
            work.Expect(fact);
        }
        await using var batch = new NpgsqlBatch(work.Connection, work.Transaction);
        if (fence is not null)
        {
            batch.BatchCommands.Add(fence.Statement);
        }
        batch.BatchCommands.Add(DeletedBatches.ToSelect(records));
        // A head does not wait for itself.
        batch.BatchCommands.Add(held.ToSelectBlockedKeys(takers.FindAll(record => record.Head is null)));
        batch.BatchCommands.Add(inbox.ToTakeNew(takers));
        var sagas = work.Sagas.AddLoads(batch);

        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        if (fence is not null && (await NextAsync<int>()).Count != fence.Expected)
        {
            throw new FencedException();
        }
        var deleted = await NextAsync<Guid>();
        var blocked = await NextAsync<string>();
        var isNew = await NextAsync<Guid>();
        foreach (var session in sagas)
        {
            await session.ReadAsync(reader, cancellationToken);
            await reader.NextResultAsync(cancellationToken);
        }
        return new(isNew, blocked, deleted);

        async Task<HashSet<T>> NextAsync<T>()
        {
            var values = await reader.ReadSetAsync<T>(cancellationToken);
            await reader.NextResultAsync(cancellationToken);
            return values;
        }
    }

    // A record that is already known to fail is not taken; neither are those of its key that follow it.
    static List<InboundRecord> Takers(IReadOnlyList<InboundRecord> records)
    {
        var behind = new HashSet<string>();
        var takers = new List<InboundRecord>(records.Count);
        foreach (var record in records)
        {
            if (record.Failure is { Kind: FailureKind.Processing })
            {
                behind.Add(record.Key);
            }
            else if (record.Failure is null && (!behind.Contains(record.Key) || record.DeletesBatch))
            {
                takers.Add(record);
            }
        }
        return takers;
    }

    async ValueTask<RecordOutcome?> ApplyAsync(
        UnitOfWork work,
        Round round,
        InboundRecord record,
        bool isTaken,
        CancellationToken cancellationToken
    )
    {
        if (round.DeletedBatches.Has(record))
        {
            return RecordOutcome.Stale;
        }
        if (record.Failure is { Kind: FailureKind.Violation })
        {
            return RecordOutcome.ContractViolation;
        }
        if (record.Failure is not null || (round.Blocked.Contains(record.Key) && !record.DeletesBatch))
        {
            round.Blocked.Add(record.Key);
            return null;
        }
        if (!isTaken)
        {
            return RecordOutcome.Duplicate;
        }
        var outcome = await handling.HandleAsync(work, record, cancellationToken);
        if (record.Data is IBatchDeletion deletion)
        {
            round.DeletedBatches.Add(deletion.BatchId);
        }
        return outcome;
    }

    void Count(Round round)
    {
        foreach (var (record, outcome, _) in round.Ends)
        {
            var name = outcome is { } known ? WireEnum.Name(known) : "held";
            metrics.Record(record.Record.Topic, name, record.Envelope?.Header.EventTimestamp);
            if (record.Failure is { } failure && outcome != RecordOutcome.Stale)
            {
                LogNotApplied(record.Envelope?.Header.EventId, record.Record.Topic, name, failure.ReasonCode, failure.Reason);
            }
        }
    }

    [LoggerMessage(LogLevel.Warning, "Event {EventId} of {Topic} is {Outcome}: {ReasonCode}, {Reason}")]
    partial void LogNotApplied(Guid? eventId, string topic, string outcome, string reasonCode, string reason);
}
