using System.Collections.Concurrent;
using Npgsql;

namespace Phase1.Messaging.Postgres;

/// <summary>Topic names, their numbers in the database, and their partition counts; read once and then remembered, since topics are never renamed.</summary>
sealed class TopicMap(NpgsqlDataSource database)
{
    const string SelectTopics = "select topic_id, name, partitions from log_topics where name = any($1)";

    readonly ConcurrentDictionary<string, Topic> _byName = new(StringComparer.Ordinal);

    public async Task<IReadOnlyDictionary<string, Topic>> FindAsync(IEnumerable<string> names, CancellationToken cancellationToken)
    {
        var unknown = names.Distinct(StringComparer.Ordinal).Where(name => !_byName.ContainsKey(name)).ToArray();
        if (unknown.Length > 0)
        {
            await using var command = database.CreateCommand(SelectTopics);
            command.Parameters.Add(new() { Value = unknown });
            await using var reader = await command.ExecuteReaderAsync(cancellationToken);
            while (await reader.ReadAsync(cancellationToken))
            {
                var topic = new Topic(reader.GetInt32(0), reader.GetString(1), reader.GetInt32(2));
                _byName[topic.Name] = topic;
            }
        }
        return _byName;
    }
}

sealed record Topic(int Id, string Name, int Partitions);
