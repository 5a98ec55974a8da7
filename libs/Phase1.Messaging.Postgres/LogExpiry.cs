using Npgsql;

namespace Phase1.Messaging.Postgres;

/// <summary>
/// Which publications are old enough to go. Those that some group has still to read stay beyond the retention, up to a limit, so that a service that
/// was down for a week finds what it missed; what exceeds the limit goes, whoever has read it.
/// </summary>
sealed class LogExpiry(NpgsqlDataSource database, PostgresLogOptions options)
{
    /// <summary>The most publications in one statement.</summary>
    internal const int Slice = 1000;

    // Behind the floor of its partition everybody has read everything. A partition that no group reads holds nothing.
    const string DeleteSlice = """
        with floors as materialized (
            select topic_id, partition, min(next_offset) as floor from log_group_offsets group by topic_id, partition)
        delete from log_batches where ctid = any(array(
            select b.ctid from log_batches b left join floors f using (topic_id, partition)
            where b.appended_at < clock_timestamp() - $1
              and (f.floor is null or b.last_offset < f.floor or b.appended_at < clock_timestamp() - $2)
            limit $3))
        """;

    // Per group the oldest record that it has still to read, if that is older than the retention.
    const string SelectBehind = """
        select o.consumer_group, clock_timestamp() - min(b.appended_at)
        from log_group_offsets o
        cross join lateral (
            select l.appended_at from log_batches l
            where l.topic_id = o.topic_id and l.partition = o.partition and l.last_offset >= o.next_offset order by l.last_offset limit 1) b
        where b.appended_at < clock_timestamp() - $1
        group by o.consumer_group order by o.consumer_group
        """;

    /// <summary>Deletes what may go, slice by slice; says how many publications that were.</summary>
    public async Task<int> DeleteAsync(CancellationToken cancellationToken)
    {
        for (var total = 0; ; )
        {
            await using var command = database.CreateCommand(DeleteSlice);
            command.Parameters.Add(new() { Value = options.Retention });
            command.Parameters.Add(new() { Value = options.HeldAtMost });
            command.Parameters.Add(new() { Value = Slice });
            var deleted = await command.ExecuteNonQueryAsync(cancellationToken);
            total += deleted;
            if (deleted < Slice)
            {
                return total;
            }
        }
    }

    /// <summary>The groups for which records are kept beyond the retention, and how old the oldest of these is.</summary>
    public async Task<IReadOnlyList<GroupBehind>> BehindAsync(CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(SelectBehind);
        command.Parameters.Add(new() { Value = options.Retention });
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var behind = new List<GroupBehind>();
        while (await reader.ReadAsync(cancellationToken))
        {
            behind.Add(new(reader.GetString(0), reader.GetFieldValue<TimeSpan>(1)));
        }
        return behind;
    }
}

/// <summary>A group that has not read what is older than the retention.</summary>
sealed record GroupBehind(string Group, TimeSpan Age);
