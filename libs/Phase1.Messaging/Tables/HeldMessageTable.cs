using Npgsql;
using NpgsqlTypes;
using Phase1.Messaging.Log;
using Phase1.Messaging.Records;
using Phase1.Messaging.Storage;

namespace Phase1.Messaging.Tables;

/// <summary>The statements on <c>held_messages</c>: failing records with the time of their next attempt, and their followers behind them.</summary>
sealed class HeldMessageTable(NpgsqlDataSource database, MessagingOptions options, TimeProvider clock) : IRecordLock
{
    // Which of these keys have a held record, so that later ones must follow it. One index look-up a key: otherwise a plan
    // that was made while nothing was held compares every held record with every key.
    const string SelectBlockedKeys = """
        select k.record_key from (select distinct record_key from unnest($2) as u (record_key)) k
        cross join lateral (select from held_messages h where h.consumer = $1 and h.record_key = k.record_key limit 1) h
        """;

    // Keeps the order of the records; one that is held already (delivered again) stays where it is. A follower is due at once, and still waits,
    // because only the first of a key is ever tried.
    const string Hold = """
        insert into held_messages (consumer, record_key, event_id, topic, partition, log_offset, batch_id, envelope, held_at,
                                   attempts, next_attempt_at, first_failed_at)
        select $1, record_key, event_id, topic, partition, log_offset, batch_id, envelope, $2,
               attempts, next_attempt_at, case when attempts > 0 then $2 end
        from unnest($3, $4, $5, $6, $7, $8, $9, $10, $11) with ordinality as h
            (record_key, event_id, topic, partition, log_offset, batch_id, envelope, attempts, next_attempt_at, ordinal)
        order by ordinal
        on conflict (consumer, event_id) do nothing
        """;

    // The first records of all keys, where they are due and nobody else has them.
    const string SelectDue = """
        select h.record_key, h.topic, h.partition, h.log_offset, h.envelope, h.seq, h.attempts, h.next_attempt_at, h.first_failed_at, h.dead_letter_id
        from held_messages h
        where h.consumer = $1 and h.next_attempt_at <= $2
          and not exists (select from held_messages e where e.consumer = h.consumer and e.record_key = h.record_key and e.seq < h.seq)
        order by h.next_attempt_at limit 100 for update of h skip locked
        """;

    // A follower has had its time before, and one that is dead-lettered has none.
    const string SelectNextDue = """
        select min(next_attempt_at) from held_messages where consumer = $1 and next_attempt_at > $2 and next_attempt_at < 'infinity'
        """;

    // A key's records in their order; whoever has one of them is waited for.
    const string SelectKey = """
        select record_key, topic, partition, log_offset, envelope, seq, attempts, next_attempt_at, first_failed_at, dead_letter_id
        from held_messages where consumer = $1 and record_key = $2 order by seq limit $3 for update
        """;

    // Those that are as they were read: an attempt and a redrive move the time of the next one.
    const string LockDue = """
        select h.seq from held_messages h join unnest($2, $3, $4) as d (record_key, seq, due_at)
        on h.record_key = d.record_key and h.seq = d.seq and h.next_attempt_at = d.due_at
        where h.consumer = $1 order by h.record_key for update of h skip locked
        """;

    const string Delete = """
        delete from held_messages h using unnest($2, $3) as r (record_key, seq)
        where h.consumer = $1 and h.record_key = r.record_key and h.seq = r.seq
        """;

    // One that is dead-lettered stays the head of its key, so that its followers keep waiting; it is due when an operator says so.
    const string Postpone = """
        update held_messages h set attempts = h.attempts + 1, next_attempt_at = coalesce(p.next_attempt_at, 'infinity'),
               first_failed_at = coalesce(h.first_failed_at, $6), dead_letter_id = p.dead_letter_id
        from unnest($2, $3, $4, $5) as p (record_key, seq, next_attempt_at, dead_letter_id)
        where h.consumer = $1 and h.record_key = p.record_key and h.seq = p.seq
        """;

    const string MakeDue = "update held_messages set next_attempt_at = $2, attempts = 0 where dead_letter_id = $1";

    // A violation held nothing up; redriven, it goes behind whatever is held under its key now.
    const string HoldDeadLetter = """
        insert into held_messages (consumer, record_key, event_id, topic, partition, log_offset, batch_id, envelope, held_at,
                                   attempts, next_attempt_at, dead_letter_id)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, 0, $9, $10) on conflict (consumer, event_id) do nothing
        """;

    const string DeleteDeadLetter = "delete from held_messages where dead_letter_id = $1";

    const string CountFollowers = "select count(*) - 1 from held_messages where consumer = $1 and record_key = $2";

    const string Count = "select count(*), count(distinct record_key), min(held_at) from held_messages where consumer = $1";

    public NpgsqlBatchCommand ToSelectBlockedKeys(IReadOnlyList<InboundRecord> records) =>
        Statement.Of(SelectBlockedKeys, options.ServiceName, Statement.Column(records, record => record.Key));

    /// <summary>Holds records that come off the log: those with a failure for their first retry, the others behind them.</summary>
    public NpgsqlBatchCommand ToHold(IReadOnlyList<InboundRecord> records, DateTimeOffset now) =>
        Statement.Of(
            Hold,
            options.ServiceName,
            now,
            Statement.Column(records, record => record.Key),
            Statement.Column(records, record => record.EventId),
            Statement.Column(records, record => record.Record.Topic),
            Statement.Column(records, record => record.Record.Partition),
            Statement.Column(records, record => record.Record.Offset),
            Statement.Column(records, record => record.BatchId),
            Statement.Bytes(Statement.Column(records, record => record.Record.Body.ToArray())),
            Statement.Column(records, record => record.Failure is null ? 0 : 1),
            Statement.Column(records, record => now + DelayOf(record)!.Value)
        );

    /// <summary>The heads that are due, a hundred at most.</summary>
    public async Task<IReadOnlyList<InboundRecord>> DueAsync(CancellationToken cancellationToken)
    {
        await using var batch = database.CreateBatch();
        batch.BatchCommands.Add(Statement.Of(SelectDue, options.ServiceName, clock.GetUtcNow()));
        return await ReadAsync(batch, cancellationToken);
    }

    /// <summary>The first records of a key, the head first, locked.</summary>
    public async Task<IReadOnlyList<InboundRecord>> LockKeyAsync(
        NpgsqlConnection connection,
        string key,
        int limit,
        CancellationToken cancellationToken
    )
    {
        await using var batch = new NpgsqlBatch(connection);
        batch.BatchCommands.Add(Statement.Of(SelectKey, options.ServiceName, key, limit));
        return await ReadAsync(batch, cancellationToken);
    }

    /// <summary>How many records of a key wait behind its head.</summary>
    public async Task<int> CountFollowersAsync(NpgsqlConnection connection, string key, CancellationToken cancellationToken)
    {
        await using var batch = new NpgsqlBatch(connection);
        batch.BatchCommands.Add(Statement.Of(CountFollowers, options.ServiceName, key));
        return (int)(long)(await batch.ExecuteScalarAsync(cancellationToken))!;
    }

    /// <summary>When the first of those heads is due that are not due yet; null where there is none.</summary>
    public async Task<DateTimeOffset?> NextDueAsync(CancellationToken cancellationToken)
    {
        await using var batch = database.CreateBatch();
        batch.BatchCommands.Add(Statement.Of(SelectNextDue, options.ServiceName, clock.GetUtcNow()));
        return await batch.ExecuteScalarAsync(cancellationToken) is DateTime due ? new DateTimeOffset(due) : null;
    }

    async Task<IReadOnlyList<InboundRecord>> ReadAsync(NpgsqlBatch batch, CancellationToken cancellationToken)
    {
        await using var row = await batch.ExecuteReaderAsync(cancellationToken);
        var heads = new List<InboundRecord>();
        while (await row.ReadAsync(cancellationToken))
        {
            var record = new LogRecord(row.GetString(1), row.GetInt32(2), row.GetInt64(3), row.GetString(0), row.GetFieldValue<byte[]>(4));
            var head = new HeldHead(
                row.GetInt64(5),
                row.GetInt32(6),
                row.GetFieldValue<DateTimeOffset>(7),
                row.GetFieldValue<DateTimeOffset?>(8),
                row.GetFieldValue<Guid?>(9)
            );
            heads.Add(InboundRecord.Read(record, options.TopicPrefix, head));
        }
        return heads;
    }

    /// <summary>Locks heads; those that another instance has, or has had since they were read, are left to it.</summary>
    public async ValueTask<IReadOnlyList<InboundRecord>> LockAsync(
        NpgsqlConnection connection,
        IReadOnlyList<InboundRecord> records,
        CancellationToken cancellationToken
    )
    {
        await using var batch = new NpgsqlBatch(connection);
        batch.BatchCommands.Add(
            Statement.Of(
                LockDue,
                options.ServiceName,
                RowKeys(records),
                Statement.Column(records, head => head.Head!.Seq),
                Statement.Column(records, head => head.Head!.DueAt)
            )
        );
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        var locked = await reader.ReadSetAsync<long>(cancellationToken);
        return [.. records.Where(head => locked.Contains(head.Head!.Seq))];
    }

    public FenceCheck? CheckOf(IReadOnlyList<InboundRecord> records) => null;

    /// <summary>Their keys may go on with the next record.</summary>
    public NpgsqlBatchCommand ToDelete(IReadOnlyList<InboundRecord> heads) =>
        Statement.Of(Delete, options.ServiceName, RowKeys(heads), Statement.Column(heads, head => head.Head!.Seq));

    /// <summary>Whether a failing record's last retry has failed, so that it becomes a dead letter behind which its key waits.</summary>
    public bool IsLast(InboundRecord record) => record.Head is { } head && head.Attempts >= options.RetryDelays.Length;

    /// <summary>How long a record that is not applied waits; one behind others has had its time when it becomes the head. Null: for an operator.</summary>
    public TimeSpan? DelayOf(InboundRecord record) =>
        record.Failure is null ? TimeSpan.Zero
        : IsLast(record) ? null
        : options.RetryDelays[record.Head?.Attempts ?? 0];

    /// <summary>Has heads that failed once more wait for their next attempt; those with a dead letter for an operator.</summary>
    public NpgsqlBatchCommand ToPostpone(IReadOnlyList<(InboundRecord Record, Guid? DeadLetterId)> heads, DateTimeOffset now) =>
        Statement.Of(
            Postpone,
            options.ServiceName,
            Statement.Column(heads, head => head.Record.Record.Key!),
            Statement.Column(heads, head => head.Record.Head!.Seq),
            Statement.Column(heads, head => now + DelayOf(head.Record)),
            Statement.Column(heads, head => head.DeadLetterId),
            now
        );

    /// <summary>Makes a redriven dead letter due; its followers come after it.</summary>
    public NpgsqlBatchCommand ToMakeDue(Guid deadLetterId) => Statement.Of(MakeDue, deadLetterId, clock.GetUtcNow());

    /// <summary>Holds a redriven dead letter that is not held. A fact that was parked has no place on the log, and nobody asks for one again.</summary>
    public NpgsqlBatchCommand ToHold(DeadLetter letter, InboundRecord record) =>
        Statement.Of(
            HoldDeadLetter,
            options.ServiceName,
            record.Key,
            record.EventId,
            letter.Topic,
            letter.Partition ?? 0,
            letter.LogOffset ?? 0,
            Statement.Nullable(record.BatchId, NpgsqlDbType.Uuid),
            letter.Body,
            clock.GetUtcNow(),
            letter.Id
        );

    /// <summary>Unblocks the key of a dead letter.</summary>
    public static NpgsqlBatchCommand ToDelete(Guid deadLetterId) => Statement.Of(DeleteDeadLetter, deadLetterId);

    /// <summary>How many records wait, under how many keys, and since when the oldest has.</summary>
    public NpgsqlBatchCommand ToCount() => Statement.Of(Count, options.ServiceName);

    // The row's key, which an unreadable record cannot tell.
    static string[] RowKeys(IReadOnlyList<InboundRecord> heads) => Statement.Column(heads, head => head.Record.Key!);
}
