using Npgsql;
using Phase1.Messaging.Log;
using Phase1.Messaging.Records;
using Phase1.Messaging.Tables;

namespace Phase1.Messaging.Rounds;

/// <summary>The statements that write down what has become of a round's records; a few, however many records there are.</summary>
sealed class RoundStatements(InboxTable inbox, HeldMessageTable held, DeadLetterTable deadLetters, OwnOffsets offsets, TimeProvider clock)
{
    public IEnumerable<NpgsqlBatchCommand> Of(Round round)
    {
        var now = clock.GetUtcNow();
        return OfInbox(round).Concat(OfWaiting(round, now)).Concat(OfViolations(round, now)).Concat(OfSources(round));
    }

    IEnumerable<NpgsqlBatchCommand> OfInbox(Round round)
    {
        if (
            round.Ends.Where(end => end is { IsTaken: true, Outcome: null }).Select(end => end.Record.EventId).ToArray() is
            { Length: > 0 } back
        )
        {
            yield return inbox.ToGiveBack(back);
        }
        List<(Guid, RecordOutcome)> others =
        [
            .. from end in round.Ends
            where end.IsTaken && end.Outcome is not (null or RecordOutcome.Applied)
            select (end.Record.EventId, end.Outcome!.Value),
        ];
        if (others.Count > 0)
        {
            yield return inbox.ToSetOutcomes(others);
        }
    }

    IEnumerable<NpgsqlBatchCommand> OfWaiting(Round round, DateTimeOffset now)
    {
        var waiting = round.Ends.Where(end => end.Outcome is null).Select(end => end.Record).ToLookup(record => record.Head is null);
        if (waiting[true].ToList() is { Count: > 0 } polled)
        {
            yield return held.ToHold(polled, now);
        }
        List<(InboundRecord Record, Guid? DeadLetterId)> heads =
        [
            .. waiting[false]
                .Select(head => (head, head.Head!.DeadLetterId ?? (held.IsLast(head) ? Guid.CreateVersion7(now) : (Guid?)null))),
        ];
        if (heads.Count > 0)
        {
            yield return held.ToPostpone(heads, now);
        }
        foreach (var (head, id) in heads.Where(head => held.IsLast(head.Record)))
        {
            yield return deadLetters.ToOpen(id!.Value, head, now);
        }
    }

    IEnumerable<NpgsqlBatchCommand> OfViolations(Round round, DateTimeOffset now)
    {
        foreach (var record in round.Ends.Where(end => end.Outcome == RecordOutcome.ContractViolation).Select(end => end.Record))
        {
            yield return deadLetters.ToOpen(record.Head?.DeadLetterId ?? Guid.CreateVersion7(now), record, now);
            if (record.Envelope is { Header: var header })
            {
                yield return inbox.ToRemember(record.Record.Topic, header);
            }
        }
    }

    // What came off the log need not be read again; heads that are dealt with go, and their keys go on.
    IEnumerable<NpgsqlBatchCommand> OfSources(Round round)
    {
        if (round.Ends.Where(end => end.Record.Head is null).Select(end => end.Record.Record).ToList() is { Count: > 0 } polled)
        {
            yield return offsets.ToNote(polled);
        }
        if (
            round.Ends.Where(end => end is { Outcome: not null, Record.Head: not null }).Select(end => end.Record).ToList() is
            { Count: > 0 } heads
        )
        {
            yield return held.ToDelete(heads);
        }
    }
}
