using Npgsql;
using Phase1.Messaging.Pump;

namespace Phase1.Messaging.Inbox;

/// <summary>The inbox: what a service has dealt with, by event id.</summary>
sealed class InboxStatements(string consumer, TimeProvider clock)
{
    // Which of these keys have a held record, so that later ones must follow it. One index look-up a key: otherwise a plan
    // that was made while nothing was held compares every held record with every key.
    const string SelectBlockedKeys = """
        select k.record_key from (select distinct record_key from unnest($2) as u (record_key)) k
        cross join lateral (select from held_messages h where h.consumer = $1 and h.record_key = k.record_key limit 1) h
        """;

    // Takes the event ids that are new; what comes back is ours to handle. Those that must wait after all are given back before the commit: to
    // leave them out here, by a second look at the held messages, could miss one that the first look let through.
    const string TakeNew = """
        insert into inbox (consumer, event_id, topic, correlation_id, outcome, processed_at)
        select $1, r.event_id, r.topic, r.correlation_id, 'applied', $2
        from unnest($3, $4, $5) as r (event_id, topic, correlation_id)
        on conflict do nothing returning event_id
        """;

    // Says what became of records that were not simply applied.
    const string SetOutcomes = """
        update inbox i set outcome = o.outcome from unnest($2, $3) as o (event_id, outcome)
        where i.consumer = $1 and i.event_id = o.event_id
        """;

    // Deletes the rows of event ids that were inserted and then could not be applied.
    const string GiveBack = "delete from inbox where consumer = $1 and event_id = any($2)";

    // A refused record is remembered as well, so that its repetition is a duplicate.
    const string Remember = """
        insert into inbox (consumer, event_id, topic, correlation_id, outcome, processed_at)
        values ($1, $2, $3, $4, 'contract_violation', $5)
        on conflict (consumer, event_id) do update set outcome = excluded.outcome
        """;

    readonly NpgsqlParameter _consumer = new() { Value = consumer };

    public NpgsqlBatchCommand ToSelectBlockedKeys(IReadOnlyList<InboundRecord> records) =>
        new(SelectBlockedKeys) { Parameters = { _consumer.Clone(), Array(records, r => r.Key) } };

    public NpgsqlBatchCommand ToTakeNew(IReadOnlyList<InboundRecord> records) =>
        new(TakeNew)
        {
            Parameters =
            {
                _consumer.Clone(),
                new() { Value = clock.GetUtcNow() },
                Array(records, r => r.EventId),
                Array(records, r => r.Record.Topic),
                Array(records, r => r.Envelope!.Value.Header.CorrelationId),
            },
        };

    public NpgsqlBatchCommand ToRemember(InboundRecord refused) =>
        new(Remember)
        {
            Parameters =
            {
                _consumer.Clone(),
                new() { Value = refused.EventId },
                new() { Value = refused.Record.Topic },
                new() { Value = refused.Envelope!.Value.Header.CorrelationId },
                new() { Value = clock.GetUtcNow() },
            },
        };

    public NpgsqlBatchCommand ToSetOutcomes(IReadOnlyList<(Guid EventId, RecordOutcome Outcome)> outcomes) =>
        new(SetOutcomes)
        {
            Parameters =
            {
                _consumer.Clone(),
                new() { Value = outcomes.Select(o => o.EventId).ToArray() },
                new() { Value = outcomes.Select(o => OutcomeName(o.Outcome)).ToArray() },
            },
        };

    public NpgsqlBatchCommand ToGiveBack(IEnumerable<Guid> eventIds) =>
        new(GiveBack)
        {
            Parameters =
            {
                _consumer.Clone(),
                new() { Value = eventIds.ToArray() },
            },
        };

    public static string OutcomeName(RecordOutcome outcome) =>
        outcome switch
        {
            RecordOutcome.Applied => "applied",
            RecordOutcome.Duplicate => "duplicate",
            RecordOutcome.Stale => "stale",
            RecordOutcome.Parked => "parked",
            RecordOutcome.ContractViolation => "contract_violation",
            _ => throw new ArgumentOutOfRangeException(nameof(outcome)),
        };

    static NpgsqlParameter Array<T>(IReadOnlyList<InboundRecord> records, Func<InboundRecord, T> of)
    {
        var values = new T[records.Count];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = of(records[i]);
        }
        return new() { Value = values };
    }
}
