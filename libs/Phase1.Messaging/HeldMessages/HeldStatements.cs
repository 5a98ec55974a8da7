using Npgsql;
using NpgsqlTypes;
using Phase1.Messaging.Pump;

namespace Phase1.Messaging.HeldMessages;

/// <summary>Sets records aside: the failing ones with the time of their next attempt, their followers behind them.</summary>
sealed class HeldStatements(MessagingOptions options, TimeProvider clock)
{
    // Keeps the order of the poll; a record that is held already (delivered again) stays where it is. A follower is due at once, and still
    // waits, because only the first of a key is ever tried.
    const string Hold = """
        insert into held_messages
            (consumer, record_key, event_id, topic, partition, log_offset, batch_id, envelope, held_at, attempts, next_attempt_at, first_failed_at)
        select $1, record_key, event_id, topic, partition, log_offset, batch_id, envelope, $2, attempts, next_attempt_at,
               case when attempts > 0 then $2 end
        from unnest($3, $4, $5, $6, $7, $8, $9, $10, $11) with ordinality as h
            (record_key, event_id, topic, partition, log_offset, batch_id, envelope, attempts, next_attempt_at, ordinal)
        order by ordinal
        on conflict (consumer, event_id) do nothing
        """;

    public NpgsqlBatchCommand ToHold(IReadOnlyList<InboundRecord> records)
    {
        var now = clock.GetUtcNow();
        return new(Hold)
        {
            Parameters =
            {
                new() { Value = options.ServiceName },
                new() { Value = now },
                new() { Value = records.Select(r => r.Key).ToArray() },
                new() { Value = records.Select(r => r.EventId).ToArray() },
                new() { Value = records.Select(r => r.Record.Topic).ToArray() },
                new() { Value = records.Select(r => r.Record.Partition).ToArray() },
                new() { Value = records.Select(r => r.Record.Offset).ToArray() },
                new() { Value = records.Select(r => r.BatchId).ToArray() },
                new()
                {
                    Value = records.Select(r => r.Record.Body.ToArray()).ToArray(),
                    NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Bytea,
                },
                new() { Value = records.Select(r => r.Failure is null ? 0 : 1).ToArray() },
                new() { Value = records.Select(r => r.Failure is null ? now : now + options.RetryDelays[0]).ToArray() },
            },
        };
    }
}
