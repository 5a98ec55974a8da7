using Npgsql;
using Phase1.Demo.Steps;

namespace Phase1.Demo.Ledger;

/// <summary>A record of the log; a fact that was published twice stands there twice, under one event id.</summary>
sealed record LoggedRecord(
    string Topic,
    Guid EventId,
    DateTimeOffset At,
    string Source,
    Guid CorrelationId,
    Guid? CausationId,
    Guid? BatchId,
    string? FromStatus,
    string? ToStatus,
    Guid? FileUploadId,
    string? TextStorageId
)
{
    // The records of this run, found by key before any body is opened: other keys may hold anything.
    const string OfRun = """
        with run as materialized (select topic, appended_at, log_offset, body from log_records where key = any($1)),
             opened as (select topic, appended_at, log_offset, convert_from(body, 'UTF8')::jsonb as fact from run)
        select topic, (fact ->> 'event_id')::uuid, (fact ->> 'event_timestamp')::timestamptz, fact ->> 'source_service',
               (fact ->> 'correlation_id')::uuid, (fact -> 'metadata' ->> 'causation_id')::uuid, (fact -> 'metadata' ->> 'batch_id')::uuid,
               fact -> 'data' ->> 'from_status', fact -> 'data' ->> 'to_status', (fact -> 'data' ->> 'file_upload_id')::uuid,
               fact -> 'data' ->> 'text_storage_id'
        from opened order by appended_at, log_offset
        """;

    internal static Task<List<LoggedRecord>> OfRunAsync(SuiteDatabases databases, Run run, CancellationToken cancellationToken) =>
        databases.Kafka is { } brokers
            ? RecordsOnKafka.OfRunAsync(brokers, run, cancellationToken)
            : Sql.ReadAsync(databases.Log, OfRun, Read, cancellationToken, (object)run.Keys.ToArray());

    static LoggedRecord Read(NpgsqlDataReader reader) =>
        new(
            reader.GetString(0),
            reader.GetGuid(1),
            reader.GetFieldValue<DateTimeOffset>(2),
            reader.GetString(3),
            reader.GetGuid(4),
            reader.Value<Guid>(5),
            reader.Value<Guid>(6),
            reader.Text(7),
            reader.Text(8),
            reader.Value<Guid>(9),
            reader.Text(10)
        );
}
