using Microsoft.Extensions.Logging;
using Npgsql;
using Phase1.Events;
using Phase1.Messaging.DeadLetters;
using Phase1.Messaging.Dispatch;
using Phase1.Messaging.Fencing;
using Phase1.Messaging.HeldMessages;
using Phase1.Messaging.Inbox;
using Phase1.Messaging.Log;
using Phase1.Messaging.Sagas;
using Phase1.Messaging.Telemetry;

namespace Phase1.Messaging.Pump;

/// <summary>
/// One transaction for a whole poll: three round trips to the database, however many records. Inbox, fence and sagas in the first; every record
/// in log order; sagas, outbox and what was set aside in the second; the commit.
/// </summary>
sealed partial class PollTransaction(
    RecordHandling handling,
    InboxStatements inbox,
    HeldStatements held,
    DeadLetterStatements deadLetters,
    OwnOffsets offsets,
    EngineMetrics metrics,
    ILogger<PollTransaction> logger
)
{
    /// <summary>Applies the records; those with a failure are set aside or dead-lettered instead.</summary>
    /// <exception cref="FencedException">A partition has another owner.</exception>
    /// <exception cref="RecordFailedException">A record failed and had spoken to the database: only a rollback undoes it.</exception>
    public async Task RunAsync(UnitOfWork work, IReadOnlyList<InboundRecord> records, FenceCheck fence, CancellationToken cancellationToken)
    {
        await work.BeginAsync(cancellationToken);
        var poll = await OpenAsync(work, records, fence, cancellationToken);
        foreach (var record in records)
        {
            await ApplyAsync(work, poll, record, cancellationToken);
        }
        await work.CommitAsync([.. Statements(poll), offsets.ToNote(records.Select(record => record.Record))], cancellationToken);
        Count(poll, records);
    }

    async Task<OpenPoll> OpenAsync(
        UnitOfWork work,
        IReadOnlyList<InboundRecord> records,
        FenceCheck fence,
        CancellationToken cancellationToken
    )
    {
        // A record that is already known to fail is not taken; neither are those of its key that follow it.
        var poll = new OpenPoll();
        var behind = new HashSet<string>();
        var takers = new List<InboundRecord>(records.Count);
        foreach (var record in records)
        {
            if (record.Failure is { Kind: FailureKind.Processing })
            {
                behind.Add(record.Key);
            }
            else if (record.Failure is null && (!behind.Contains(record.Key) || EndsAll(record)))
            {
                takers.Add(record);
            }
        }

        await using var batch = new NpgsqlBatch(work.EngineConnection, work.Transaction);
        batch.BatchCommands.Add(fence.Command);
        batch.BatchCommands.Add(DeletedBatches.ToSelect(records));
        batch.BatchCommands.Add(inbox.ToSelectBlockedKeys(takers));
        var taking = RecordTaking.AddTo(batch, work, inbox, takers);
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        var mine = 0;
        while (await reader.ReadAsync(cancellationToken))
        {
            mine++;
        }
        if (mine != fence.Expected)
        {
            throw new FencedException();
        }
        await reader.NextResultAsync(cancellationToken);
        poll.DeletedBatches.UnionWith(await DeletedBatches.ReadAsync(reader, cancellationToken));
        await reader.NextResultAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            poll.Blocked.Add(reader.GetString(0));
        }
        await reader.NextResultAsync(cancellationToken);
        poll.New.UnionWith(await taking.ReadAsync(reader, cancellationToken));
        return poll;
    }

    async Task ApplyAsync(UnitOfWork work, OpenPoll poll, InboundRecord record, CancellationToken cancellationToken)
    {
        if (poll.DeletedBatches.Has(record))
        {
            poll.PassOver(record);
            return;
        }
        if (record.Failure is { Kind: FailureKind.Violation })
        {
            poll.Refused.Add(record);
            return;
        }
        if (record.Failure is not null || (poll.Blocked.Contains(record.Key) && !EndsAll(record)))
        {
            poll.Hold(record);
            return;
        }
        if (!poll.New.Remove(record.EventId))
        {
            poll.Duplicates.Add(record);
            return;
        }
        record.Failure = await handling.HandleAsync(work, record, isRedriven: false, cancellationToken);
        if (record.Failure is not null)
        {
            SetAside(poll, record);
            return;
        }
        if (record.Data is IBatchDeletion deleted)
        {
            poll.DeletedBatches.Add(deleted.BatchId);
        }
        if (work.Outcome != RecordOutcome.Applied)
        {
            poll.Outcomes.Add((record.EventId, work.Outcome));
        }
    }

    // What is held of a batch that is deleted goes with it, so the deletion waits for none of it.
    static bool EndsAll(InboundRecord record) => record.Data is IBatchDeletion;

    IEnumerable<NpgsqlBatchCommand> Statements(OpenPoll poll)
    {
        if (poll.TakenBack.Count > 0)
        {
            yield return inbox.ToGiveBack(poll.TakenBack);
        }
        if (poll.Outcomes.Count > 0)
        {
            yield return inbox.ToSetOutcomes(poll.Outcomes);
        }
        if (poll.Held.Count > 0)
        {
            yield return held.ToHold(poll.Held);
        }
        foreach (var refused in poll.Refused)
        {
            foreach (var command in deadLetters.ToRefuse(refused))
            {
                yield return command;
            }
        }
    }

    static void SetAside(OpenPoll poll, InboundRecord record)
    {
        if (record.Failure is { Kind: FailureKind.Violation })
        {
            poll.Refused.Add(record);
            return;
        }
        // Its inbox row has been taken in this transaction and must go with it.
        poll.New.Add(record.EventId);
        poll.Hold(record);
    }

    void Count(OpenPoll poll, IReadOnlyList<InboundRecord> records)
    {
        var outcomes = poll.Outcomes.ToDictionary(outcome => outcome.EventId, outcome => outcome.Outcome);
        var waiting = poll.Held.ToHashSet();
        foreach (var record in records)
        {
            var outcome =
                poll.Late.Contains(record) ? InboxStatements.OutcomeName(RecordOutcome.Stale)
                : record.Failure is { Kind: FailureKind.Violation } ? "contract_violation"
                : waiting.Contains(record) ? "held"
                : poll.Duplicates.Contains(record) ? "duplicate"
                : InboxStatements.OutcomeName(outcomes.GetValueOrDefault(record.EventId));
            metrics.Record(record, outcome);
            if (record.Failure is { } failure && !poll.Late.Contains(record))
            {
                LogSetAside(record.Envelope?.Header.EventId, record.Record.Topic, outcome, failure.ReasonCode, failure.Reason);
            }
        }
    }

    [LoggerMessage(LogLevel.Warning, "Event {EventId} of {Topic} is {Outcome}: {ReasonCode}, {Reason}")]
    partial void LogSetAside(Guid? eventId, string topic, string outcome, string reasonCode, string reason);
}
