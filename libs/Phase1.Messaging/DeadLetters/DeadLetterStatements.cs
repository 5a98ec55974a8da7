using Npgsql;
using NpgsqlTypes;
using Phase1.Messaging.Pump;

namespace Phase1.Messaging.DeadLetters;

/// <summary>Writes dead letters in the transaction that gives a record up.</summary>
sealed class DeadLetterStatements(string consumer, TimeProvider clock)
{
    // A record found on the log again after a crash is the same dead letter: topic, partition and offset name it.
    const string Insert = """
        insert into dead_letters (id, consumer, topic, partition, log_offset, record_key, event_id, batch_id, correlation_id, body,
                                  reason_code, reason, stack, attempts, first_failed_at, last_failed_at, state)
        select $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, 'open'
        where not exists (select from dead_letters where consumer = $2 and topic = $3 and partition = $4 and log_offset = $5)
        """;

    // The inbox remembers a refused record as well, so that its repetition is a duplicate.
    const string Remember = """
        insert into inbox (consumer, event_id, topic, batch_id, correlation_id, outcome, processed_at)
        values ($1, $2, $3, $4, $5, 'contract_violation', $6)
        on conflict (consumer, event_id) do update set outcome = excluded.outcome
        """;

    public IEnumerable<NpgsqlBatchCommand> ToRefuse(InboundRecord record)
    {
        var now = clock.GetUtcNow();
        yield return ToInsert(Guid.CreateVersion7(now), record, record.Failure!, attempts: 1, now, now);
        if (record.Envelope is { Header: var header })
        {
            yield return new(Remember)
            {
                Parameters =
                {
                    new() { Value = consumer },
                    new() { Value = header.EventId },
                    new() { Value = record.Record.Topic },
                    Nullable(record.BatchId, NpgsqlDbType.Uuid),
                    new() { Value = header.CorrelationId },
                    new() { Value = now },
                },
            };
        }
    }

    public NpgsqlBatchCommand ToInsert(
        Guid id,
        InboundRecord record,
        Failure failure,
        int attempts,
        DateTimeOffset firstFailedAt,
        DateTimeOffset lastFailedAt
    ) =>
        new(Insert)
        {
            Parameters =
            {
                new() { Value = id },
                new() { Value = consumer },
                new() { Value = record.Record.Topic },
                new() { Value = record.Record.Partition },
                new() { Value = record.Record.Offset },
                new() { Value = record.Key },
                Nullable(record.Envelope?.Header.EventId, NpgsqlDbType.Uuid),
                Nullable(record.BatchId, NpgsqlDbType.Uuid),
                Nullable(record.Envelope?.Header.CorrelationId, NpgsqlDbType.Uuid),
                new() { Value = record.Record.Body.ToArray() },
                new() { Value = failure.ReasonCode },
                new() { Value = failure.Reason },
                Nullable(failure.Stack, NpgsqlDbType.Text),
                new() { Value = attempts },
                new() { Value = firstFailedAt },
                new() { Value = lastFailedAt },
            },
        };

    internal static NpgsqlParameter Nullable(object? value, NpgsqlDbType type) =>
        new() { Value = value ?? DBNull.Value, NpgsqlDbType = type };
}
