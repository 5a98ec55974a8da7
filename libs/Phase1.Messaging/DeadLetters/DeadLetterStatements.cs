using Npgsql;
using NpgsqlTypes;
using Phase1.Messaging.Inbox;
using Phase1.Messaging.Pump;
using Phase1.Messaging.Storage;

namespace Phase1.Messaging.DeadLetters;

/// <summary>
/// Every statement that writes <c>dead_letters</c>, each with the row of <c>dead_letter_history</c> that says who did what, when and why. They run
/// in the transaction that gives a record up, redrives or discards it.
/// </summary>
sealed class DeadLetterStatements(string consumer, InboxStatements inbox, TimeProvider clock)
{
    // A record delivered again while its dead letter is open is the same one: its place on the log and its bytes say so. The place alone does not:
    // after a restore, or on a topic that was created anew, another record stands there.
    const string Insert = """
        with letter as (
            insert into dead_letters (id, consumer, topic, partition, log_offset, record_key, event_id, batch_id, correlation_id, body,
                                      reason_code, reason, stack, attempts, first_failed_at, last_failed_at, state)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, 'open')
            on conflict (consumer, topic, partition, log_offset, body_digest) where state = 'open' do nothing
            returning id)
        insert into dead_letter_history (dead_letter_id, act, at, reason_code, attempts) select id, 'dead_lettered', $16, $11, $14 from letter
        """;

    const string Reopen = """
        with letter as (
            update dead_letters set state = 'open', reason_code = $2, reason = $3, stack = $4, attempts = attempts + $5, last_failed_at = $6,
                   resolved_by = null, resolved_at = null, note = null
            where id = $1 returning id)
        insert into dead_letter_history (dead_letter_id, act, at, reason_code, attempts) select id, 'dead_lettered', $6, $2, $5 from letter
        """;

    const string Resolve = """
        with letter as (
            update dead_letters set state = $2, resolved_by = $3, resolved_at = $4, note = $5 where id = $1 returning id)
        insert into dead_letter_history (dead_letter_id, act, at, by, note) select id, $2, $4, $3, $5 from letter
        """;

    /// <summary>A record that can never become valid: a dead letter, and an inbox row, so that its repetition is a duplicate.</summary>
    public IEnumerable<NpgsqlBatchCommand> ToRefuse(InboundRecord record)
    {
        var now = clock.GetUtcNow();
        yield return ToInsert(Guid.CreateVersion7(now), record, record.Failure!, attempts: 1, now, now);
        if (record.Envelope is not null)
        {
            yield return inbox.ToRemember(record);
        }
    }

    /// <summary>A record of the log that is given up.</summary>
    public NpgsqlBatchCommand ToInsert(
        Guid id,
        InboundRecord record,
        Failure failure,
        int attempts,
        DateTimeOffset firstFailedAt,
        DateTimeOffset lastFailedAt
    ) =>
        ToInsert(
            new DeadLetter
            {
                Id = id,
                Consumer = consumer,
                Topic = record.Record.Topic,
                Partition = record.Record.Partition,
                LogOffset = record.Record.Offset,
                RecordKey = record.Key,
                EventId = record.Envelope?.Header.EventId,
                BatchId = record.BatchId,
                CorrelationId = record.Envelope?.Header.CorrelationId,
                Body = record.Record.Body.ToArray(),
                ReasonCode = failure.ReasonCode,
                Reason = failure.Reason,
                Stack = failure.Stack,
                Attempts = attempts,
                FirstFailedAt = firstFailedAt,
                LastFailedAt = lastFailedAt,
                State = DeadLetterState.Open,
            }
        );

    /// <summary>Anything that is given up, wherever it came from.</summary>
    public static NpgsqlBatchCommand ToInsert(DeadLetter letter) =>
        new(Insert)
        {
            Parameters =
            {
                new() { Value = letter.Id },
                new() { Value = letter.Consumer },
                new() { Value = letter.Topic },
                new() { Value = letter.Partition },
                new() { Value = letter.LogOffset },
                Nullable(letter.RecordKey, NpgsqlDbType.Text),
                Nullable(letter.EventId, NpgsqlDbType.Uuid),
                Nullable(letter.BatchId, NpgsqlDbType.Uuid),
                Nullable(letter.CorrelationId, NpgsqlDbType.Uuid),
                new() { Value = letter.Body },
                new() { Value = letter.ReasonCode },
                new() { Value = letter.Reason },
                Nullable(letter.Stack, NpgsqlDbType.Text),
                new() { Value = letter.Attempts },
                new() { Value = letter.FirstFailedAt },
                new() { Value = letter.LastFailedAt },
            },
        };

    /// <summary>A redriven record that failed again: the same dead letter, open again.</summary>
    public static NpgsqlBatchCommand ToReopen(Guid id, Failure failure, int attempts, DateTimeOffset now) =>
        new(Reopen)
        {
            Parameters =
            {
                new() { Value = id },
                new() { Value = failure.ReasonCode },
                new() { Value = failure.Reason },
                Nullable(failure.Stack, NpgsqlDbType.Text),
                new() { Value = attempts },
                new() { Value = now },
            },
        };

    /// <summary>An operator's decision.</summary>
    public NpgsqlBatchCommand ToResolve(Guid id, string state, string by, string? note) =>
        new(Resolve)
        {
            Parameters =
            {
                new() { Value = id },
                new() { Value = state },
                new() { Value = by },
                new() { Value = clock.GetUtcNow() },
                Nullable(note, NpgsqlDbType.Text),
            },
        };

    internal static NpgsqlParameter Nullable(object? value, NpgsqlDbType type) =>
        new() { Value = value ?? DBNull.Value, NpgsqlDbType = type };
}
