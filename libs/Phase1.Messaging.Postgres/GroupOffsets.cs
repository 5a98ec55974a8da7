using Npgsql;
using Phase1.Messaging.Log;

namespace Phase1.Messaging.Postgres;

/// <summary>Where a group stands in each topic and partition, as the log's database keeps it.</summary>
sealed class GroupOffsets(string group)
{
    // Every group has an offset for each partition that it has ever won: what it has still to read is kept for it. A new one begins with what there is.
    const string BeginAtOldest = """
        insert into log_group_offsets (consumer_group, topic_id, partition, next_offset)
        select $1, p.topic_id, p.partition, coalesce(
            (select b.base_offset from log_batches b where b.topic_id = p.topic_id and b.partition = p.partition order by b.last_offset limit 1),
            p.next_offset)
        from log_partitions p where p.topic_id = any($2) and p.partition = any($3)
        on conflict do nothing
        """;

    // Where the group stands, and the first offset from there on that is on the log; within a partition in the topics' own order, in which they are fetched.
    const string SelectOffsets = """
        select o.topic_id, o.partition, o.next_offset, greatest(o.next_offset, coalesce(
            (select b.base_offset from log_batches b
             where b.topic_id = o.topic_id and b.partition = o.partition and b.last_offset >= o.next_offset order by b.last_offset limit 1),
            p.next_offset))
        from log_group_offsets o join log_partitions p using (topic_id, partition)
        where o.consumer_group = $1 and o.topic_id = any($2) and o.partition = any($3)
        order by o.partition, array_position($2, o.topic_id)
        """;

    /// <summary>Stores offsets that are higher than those that are stored; its parameters come from <see cref="AddStored"/>.</summary>
    public const string StoreOffsets = """
        insert into log_group_offsets (consumer_group, topic_id, partition, next_offset)
        select $1, topic_id, partition, next_offset from unnest($2, $3, $4) as o (topic_id, partition, next_offset)
        on conflict (consumer_group, topic_id, partition) do update set next_offset = excluded.next_offset
        where log_group_offsets.next_offset < excluded.next_offset
        """;

    const string SelectStored = """
        select t.name, o.partition, o.next_offset from log_group_offsets o join log_topics t using (topic_id)
        where o.consumer_group = $1 and o.topic_id = any($2) and o.partition = any($3)
        """;

    const string SetBack = """
        update log_group_offsets o set next_offset = n.next_offset
        from unnest($2, $3, $4) as n (topic, partition, next_offset) join log_topics t on t.name = n.topic
        where o.consumer_group = $1 and o.topic_id = t.topic_id and o.partition = n.partition
        """;

    // Who is to begin with the oldest record begins as a new group does.
    const string BeginAnew = """
        delete from log_group_offsets o
        using unnest($2, $3, $4) as n (topic, partition, next_offset) join log_topics t on t.name = n.topic
        where o.consumer_group = $1 and o.topic_id = t.topic_id and o.partition = n.partition and n.next_offset = 0
        """;

    /// <summary>The stored offset of each topic's partitions, and the first one from there on that is on the log.</summary>
    public async Task<IReadOnlyList<(int TopicId, int Partition, long Stored, long From)>> BeginAsync(
        NpgsqlConnection session,
        IEnumerable<int> topicIds,
        int[] partitions,
        CancellationToken cancellationToken
    )
    {
        int[] topics = [.. topicIds];
        await using var batch = new NpgsqlBatch(session);
        batch.BatchCommands.Add(Of(BeginAtOldest, topics, partitions));
        batch.BatchCommands.Add(Of(SelectOffsets, topics, partitions));
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        var begun = new List<(int, int, long, long)>();
        while (await reader.ReadAsync(cancellationToken))
        {
            begun.Add((reader.GetInt32(0), reader.GetInt32(1), reader.GetInt64(2), reader.GetInt64(3)));
        }
        return begun;
    }

    public async Task StoreAsync(
        NpgsqlConnection session,
        List<(int TopicId, int Partition, long Offset)> offsets,
        CancellationToken cancellationToken
    )
    {
        await using var command = new NpgsqlCommand(StoreOffsets, session);
        AddStored(command.Parameters, offsets);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>The parameters of <see cref="StoreOffsets"/>.</summary>
    public void AddStored(NpgsqlParameterCollection parameters, List<(int TopicId, int Partition, long Offset)> stored)
    {
        parameters.Add(new() { Value = group });
        parameters.Add(new() { Value = stored.ConvertAll(o => o.TopicId) });
        parameters.Add(new() { Value = stored.ConvertAll(o => o.Partition) });
        parameters.Add(new() { Value = stored.ConvertAll(o => o.Offset) });
    }

    public async Task<IReadOnlyList<LogPosition>> StoredAsync(
        NpgsqlConnection session,
        IEnumerable<int> topicIds,
        IEnumerable<int> partitions,
        CancellationToken cancellationToken
    )
    {
        await using var batch = new NpgsqlBatch(session);
        batch.BatchCommands.Add(Of(SelectStored, [.. topicIds], [.. partitions]));
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        var stored = new List<LogPosition>();
        while (await reader.ReadAsync(cancellationToken))
        {
            stored.Add(new(reader.GetString(0), reader.GetInt32(1), reader.GetInt64(2)));
        }
        return stored;
    }

    public async Task SetBackAsync(NpgsqlConnection session, IReadOnlyList<LogPosition> positions, CancellationToken cancellationToken)
    {
        await using var batch = new NpgsqlBatch(session);
        batch.BatchCommands.Add(At(SetBack, positions));
        batch.BatchCommands.Add(At(BeginAnew, positions));
        await batch.ExecuteNonQueryAsync(cancellationToken);
    }

    NpgsqlBatchCommand At(string sql, IReadOnlyList<LogPosition> positions) =>
        new(sql)
        {
            Parameters =
            {
                new() { Value = group },
                new() { Value = positions.Select(position => position.Topic).ToArray() },
                new() { Value = positions.Select(position => position.Partition).ToArray() },
                new() { Value = positions.Select(position => position.Offset).ToArray() },
            },
        };

    NpgsqlBatchCommand Of(string sql, int[] topicIds, int[] partitions) =>
        new(sql)
        {
            Parameters =
            {
                new() { Value = group },
                new() { Value = topicIds },
                new() { Value = partitions },
            },
        };
}
