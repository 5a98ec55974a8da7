using System.Text;
using System.Text.Json;
using Confluent.Kafka;
using Npgsql;
using NpgsqlTypes;
using Phase1.Events;

namespace Phase1.Tests.Infrastructure.Engine;

/// <summary>
/// What stands on Kafka's topics, written into tables that are called as those of the log on PostgreSQL, so that the same SQL checks the account
/// whichever log a test runs on.
/// </summary>
static class LogCopy
{
    const string CreateTables = """
        drop table if exists log_records, log_partitions, log_topics;
        create table log_topics (topic_id integer primary key, name text not null);
        create table log_partitions (topic_id integer not null, partition integer not null, next_offset bigint not null);
        create table log_records (topic text not null, partition integer not null, log_offset bigint not null, key text, body bytea not null,
            headers text not null, appended_at integer not null);
        """;

    const string CopyRecords = "copy log_records from stdin (format binary)";

    public static async Task TakeAsync(EngineWorld world, CancellationToken cancellationToken)
    {
        var topics = world.Kafka!.Topics;
        var ends = await topics.EndsAsync([.. Topics.All], cancellationToken);
        var records = await topics.ReadWithHeadersAsync([.. Topics.All], cancellationToken);
        await world.ExecuteAsync(CreateTables);
        string[] names = [.. ends.Select(end => end.Topic).Distinct()];
        await world.ExecuteAsync(
            "insert into log_topics select ordinal, name from unnest($1) with ordinality as n (name, ordinal)",
            (object)names
        );
        await world.ExecuteAsync(
            "insert into log_partitions select * from unnest($1, $2, $3)",
            ends.Select(end => Array.IndexOf(names, end.Topic) + 1).ToArray(),
            ends.Select(end => end.Partition).ToArray(),
            ends.Select(end => end.Next).ToArray()
        );
        await using var connection = await world.Sql.OpenConnectionAsync(cancellationToken);
        await using var copy = await connection.BeginBinaryImportAsync(CopyRecords, cancellationToken);
        foreach (var (place, (record, headers)) in records.Index())
        {
            await copy.StartRowAsync(cancellationToken);
            await copy.WriteAsync(record.Topic, NpgsqlDbType.Text, cancellationToken);
            await copy.WriteAsync(record.Partition, NpgsqlDbType.Integer, cancellationToken);
            await copy.WriteAsync(record.Offset, NpgsqlDbType.Bigint, cancellationToken);
            await copy.WriteAsync(record.Key, NpgsqlDbType.Text, cancellationToken);
            await copy.WriteAsync(record.Body.ToArray(), NpgsqlDbType.Bytea, cancellationToken);
            await copy.WriteAsync(Json(headers), NpgsqlDbType.Text, cancellationToken);
            await copy.WriteAsync(place, NpgsqlDbType.Integer, cancellationToken);
        }
        await copy.CompleteAsync(cancellationToken);
    }

    static string Json(Headers headers) =>
        JsonSerializer.Serialize(headers.ToDictionary(header => header.Key, header => Encoding.UTF8.GetString(header.GetValueBytes())));
}
