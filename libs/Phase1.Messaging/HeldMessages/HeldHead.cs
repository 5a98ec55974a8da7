using Npgsql;
using Phase1.Messaging.Log;
using Phase1.Messaging.Pump;

namespace Phase1.Messaging.HeldMessages;

/// <summary>The first held record of a key: the only one of it that may be tried.</summary>
sealed record HeldHead(long Seq, InboundRecord Record, int Attempts, DateTimeOffset? FirstFailedAt, Guid? DeadLetterId)
{
    // Locks the first record of the key if it is due and nobody else has it.
    const string Select = """
        select seq, topic, partition, log_offset, envelope, attempts, first_failed_at, dead_letter_id from held_messages
        where consumer = $1 and record_key = $2 and next_attempt_at <= $3
          and seq = (select min(seq) from held_messages where consumer = $1 and record_key = $2)
        for update skip locked
        """;

    public static async Task<HeldHead?> LockAsync(
        UnitOfWork work,
        string consumer,
        string key,
        DateTimeOffset now,
        string topicPrefix,
        CancellationToken cancellationToken
    )
    {
        await using var command = new NpgsqlCommand(Select, work.EngineConnection, work.Transaction)
        {
            Parameters =
            {
                new() { Value = consumer },
                new() { Value = key },
                new() { Value = now },
            },
        };
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        if (!await reader.ReadAsync(cancellationToken))
        {
            return null;
        }
        var record = new LogRecord(reader.GetString(1), reader.GetInt32(2), reader.GetInt64(3), key, reader.GetFieldValue<byte[]>(4), "{}");
        return new(
            reader.GetInt64(0),
            InboundRecord.Read(record, topicPrefix),
            reader.GetInt32(5),
            await reader.IsDBNullAsync(6, cancellationToken) ? null : reader.GetFieldValue<DateTimeOffset>(6),
            await reader.IsDBNullAsync(7, cancellationToken) ? null : reader.GetGuid(7)
        );
    }
}
