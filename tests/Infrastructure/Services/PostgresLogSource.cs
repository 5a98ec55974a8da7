using Npgsql;
using Phase1.Messaging.Log;

namespace Phase1.Tests.Infrastructure.Services;

/// <summary>The log on PostgreSQL, by plain SQL.</summary>
public sealed class PostgresLogSource(NpgsqlDataSource log) : ILogSource
{
    const string SelectTopics = """
        select topic, partition, log_offset, key, body from log_records where topic = any($1)
        order by appended_at, partition, log_offset
        """;

    const string CountUnread = """
        select count(*) from log_partitions p join log_topics t using (topic_id)
        left join log_group_offsets g on g.consumer_group = $2 and g.topic_id = p.topic_id and g.partition = p.partition
        where t.name = any($1) and p.next_offset > coalesce(g.next_offset, 0)
        """;

    public async Task<IReadOnlyList<LogRecord>> ReadAsync(IReadOnlyCollection<string> topics, CancellationToken cancellationToken)
    {
        await using var command = log.CreateCommand(SelectTopics);
        command.Parameters.Add(new() { Value = topics.ToArray() });
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var records = new List<LogRecord>();
        while (await reader.ReadAsync(cancellationToken))
        {
            records.Add(
                new(reader.GetString(0), reader.GetInt32(1), reader.GetInt64(2), reader.GetString(3), reader.GetFieldValue<byte[]>(4))
            );
        }
        return records;
    }

    public async Task<long> UnreadAsync(string group, IReadOnlyCollection<string> topics, CancellationToken cancellationToken)
    {
        await using var command = log.CreateCommand(CountUnread);
        command.Parameters.Add(new() { Value = topics.ToArray() });
        command.Parameters.Add(new() { Value = group });
        return (long)(await command.ExecuteScalarAsync(cancellationToken))!;
    }
}
