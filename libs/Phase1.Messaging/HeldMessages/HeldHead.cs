using Npgsql;
using Phase1.Messaging.Log;
using Phase1.Messaging.Pump;

namespace Phase1.Messaging.HeldMessages;

/// <summary>The first held record of a key: the only one of it that may be tried.</summary>
sealed record HeldHead(string Key, long Seq, InboundRecord Record, int Attempts, DateTimeOffset? FirstFailedAt, Guid? DeadLetterId)
{
    /// <summary>It was given up before: only an operator's redrive makes it due again.</summary>
    public bool IsRedriven => DeadLetterId is not null;

    // Locks the first records of these keys that are due and that nobody else has.
    const string Select = """
        select record_key, seq, topic, partition, log_offset, envelope, attempts, first_failed_at, dead_letter_id from held_messages h
        where consumer = $1 and record_key = any($2) and next_attempt_at <= $3
          and seq = (select min(seq) from held_messages e where e.consumer = $1 and e.record_key = h.record_key)
        order by record_key for update skip locked
        """;

    public static async Task<List<HeldHead>> LockAsync(
        UnitOfWork work,
        MessagingOptions options,
        IReadOnlyCollection<string> keys,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        await using var command = new NpgsqlCommand(Select, work.EngineConnection, work.Transaction)
        {
            Parameters =
            {
                new() { Value = options.ServiceName },
                new() { Value = keys.ToArray() },
                new() { Value = now },
            },
        };
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var heads = new List<HeldHead>(keys.Count);
        while (await reader.ReadAsync(cancellationToken))
        {
            var key = reader.GetString(0);
            var record = new LogRecord(
                reader.GetString(2),
                reader.GetInt32(3),
                reader.GetInt64(4),
                key,
                reader.GetFieldValue<byte[]>(5),
                "{}"
            );
            heads.Add(
                new(
                    key,
                    reader.GetInt64(1),
                    InboundRecord.Read(record, options.TopicPrefix),
                    reader.GetInt32(6),
                    await reader.IsDBNullAsync(7, cancellationToken) ? null : reader.GetFieldValue<DateTimeOffset>(7),
                    await reader.IsDBNullAsync(8, cancellationToken) ? null : reader.GetGuid(8)
                )
            );
        }
        return heads;
    }
}
