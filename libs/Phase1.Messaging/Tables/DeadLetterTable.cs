using Npgsql;
using NpgsqlTypes;
using Phase1.Events;
using Phase1.Messaging.Records;
using Phase1.Messaging.Storage;

namespace Phase1.Messaging.Tables;

/// <summary>
/// The statements on <c>dead_letters</c>, each writing one with the row of <c>dead_letter_history</c> that says who did what, when and why. They
/// run in the transaction that dead-letters a record, redrives or discards it.
/// </summary>
sealed class DeadLetterTable(MessagingOptions options, TimeProvider clock)
{
    /// <summary>
    /// A condition on <c>dead_letters</c>: it is of the batches <c>$1</c>. Of a record that could not be read nothing is known but its key, which is its
    /// batch's id where it has a batch.
    /// </summary>
    public const string AreOfBatches = "(batch_id = any($1) or (batch_id is null and lower(record_key) = any($1::text[])))";

    /// <summary>A condition on tables with a dead_letter_id: it is of the batches <c>$1</c>.</summary>
    public const string IsOfBatches = $"dead_letter_id in (select id from dead_letters where {AreOfBatches})";

    // A record delivered again while its dead letter is open is the same one: its place on the log and its bytes say so. The place alone does not:
    // after a restore, or on a topic that was created anew, another record stands there.
    const string Insert = """
        with letter as (
            insert into dead_letters (id, consumer, origin, topic, partition, log_offset, record_key, event_id, batch_id, correlation_id, body,
                                      reason_code, reason, stack, attempts, first_failed_at, last_failed_at, state)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, 'open')
            on conflict (consumer, topic, partition, log_offset, body_digest) where state = 'open' do nothing
            returning id)
        insert into dead_letter_history (dead_letter_id, act, at, reason_code, attempts) select id, 'dead_lettered', $17, $12, $15 from letter
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

    const string CountOpen = "select topic, reason_code, count(*) from dead_letters where state = 'open' group by topic, reason_code";

    /// <summary>The query, for Entity Framework, that locks one.</summary>
    public static FormattableString Lock(Guid id) => $"select * from dead_letters where id = {id} for update";

    /// <summary>The query, for Entity Framework, that locks open ones of a cause, the oldest first.</summary>
    public static FormattableString LockOpen(string cause, Guid after, int limit) =>
        $"select * from dead_letters where state = 'open' and cause = {cause} and id > {after} order by id limit {limit} for update";

    /// <summary>Dead-letters a record with its failure; one that was redriven is the same dead letter, open again.</summary>
    public NpgsqlBatchCommand ToOpen(Guid id, InboundRecord record, DateTimeOffset now)
    {
        var failure = record.Failure!;
        var attempts = (record.Head?.Attempts ?? 0) + 1;
        return record.IsRedriven
            ? Statement.Of(
                Reopen,
                id,
                failure.ReasonCode,
                failure.Reason,
                Statement.Nullable(failure.Stack, NpgsqlDbType.Text),
                attempts,
                now
            )
            : ToInsert(
                new DeadLetter
                {
                    Id = id,
                    Consumer = options.ServiceName,
                    Origin = DeadLetterOrigin.Log,
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
                    FirstFailedAt = record.Head?.FirstFailedAt ?? now,
                    LastFailedAt = now,
                }
            );
    }

    /// <summary>Anything that is dead-lettered, wherever it comes from.</summary>
    public static NpgsqlBatchCommand ToInsert(DeadLetter letter) =>
        Statement.Of(
            Insert,
            letter.Id,
            letter.Consumer,
            WireEnum.Name(letter.Origin),
            letter.Topic,
            Statement.Nullable(letter.Partition, NpgsqlDbType.Integer),
            Statement.Nullable(letter.LogOffset, NpgsqlDbType.Bigint),
            Statement.Nullable(letter.RecordKey, NpgsqlDbType.Text),
            Statement.Nullable(letter.EventId, NpgsqlDbType.Uuid),
            Statement.Nullable(letter.BatchId, NpgsqlDbType.Uuid),
            Statement.Nullable(letter.CorrelationId, NpgsqlDbType.Uuid),
            letter.Body,
            letter.ReasonCode,
            letter.Reason,
            Statement.Nullable(letter.Stack, NpgsqlDbType.Text),
            letter.Attempts,
            letter.FirstFailedAt,
            letter.LastFailedAt
        );

    /// <summary>An operator's decision.</summary>
    public NpgsqlBatchCommand ToResolve(Guid id, DeadLetterState state, string by, string? note) =>
        Statement.Of(Resolve, id, WireEnum.Name(state), by, clock.GetUtcNow(), Statement.Nullable(note, NpgsqlDbType.Text));

    /// <summary>The open ones by topic and reason code.</summary>
    public static NpgsqlBatchCommand ToCount() => new(CountOpen);
}
