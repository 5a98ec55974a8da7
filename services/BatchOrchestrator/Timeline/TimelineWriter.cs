using Npgsql;
using Phase1.Events;
using Phase1.Messaging.Background;
using Phase1.Messaging.Log;

namespace Phase1.BatchOrchestrator.Timeline;

/// <summary>
/// Notes every fact of every batch as it passes on the log, beside the business path. What comes again after a crash is there already.
/// </summary>
sealed class TimelineWriter(NpgsqlDataSource database, IServiceProvider services, TimeProvider clock)
    : LogObserver(services, "timeline", Topics.All)
{
    // Nobody waits for the timeline, so records are gathered for a second and inserted with one statement.
    static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    // One statement a poll, however many records it brought.
    const string Insert = """
        insert into batch_timeline (event_id, batch_id, topic, source_service, correlation_id, causation_id, occurred_at)
        select * from unnest($1::uuid[], $2::uuid[], $3::text[], $4::text[], $5::uuid[], $6::uuid[], $7::timestamptz[]) as e (event_id, batch_id)
        where not exists (select from deleted_batches d where d.batch_id = e.batch_id)
        on conflict do nothing
        """;

    // Rows that were inserted while the batch was being deleted are not seen by the deletion. They are deleted when the deletion's own record comes; after it nothing of the batch is inserted.
    const string Forget = "delete from batch_timeline t using deleted_batches d where t.batch_id = any($1) and d.batch_id = t.batch_id";

    protected override TimeSpan LongestPause => Pause;

    protected override Task PauseAsync(CancellationToken cancellationToken) =>
        HasMore ? Task.CompletedTask : Task.Delay(Pause, clock, cancellationToken);

    protected override Task ApplyAsync(IReadOnlyList<LogRecord> records, NpgsqlBatchCommand note, CancellationToken cancellationToken) =>
        WriteAsync([.. records.Select(EntryOf).OfType<TimelineEntry>()], note, cancellationToken);

    TimelineEntry? EntryOf(LogRecord record) =>
        Read(
            record,
            (topic, header) =>
            {
                // Our own records name their batch in the header; for another producer's the payload is read.
                var batch =
                    IdOf(header, EventMetadata.BatchId) ?? (EnvelopeSerializer.Read(record.Body, topic).Data as IBatchFact)?.BatchId;
                return batch is { } batchId
                    ? new TimelineEntry
                    {
                        EventId = header.EventId,
                        BatchId = batchId,
                        Topic = topic,
                        SourceService = header.SourceService,
                        CorrelationId = header.CorrelationId,
                        CausationId = IdOf(header, EventMetadata.CausationId),
                        OccurredAt = header.EventTimestamp,
                    }
                    : null;
            }
        );

    static Guid? IdOf(EventEnvelope header, string key) => Guid.TryParse(header.Metadata?.GetValueOrDefault(key), out var id) ? id : null;

    async Task WriteAsync(TimelineEntry[] entries, NpgsqlBatchCommand note, CancellationToken stoppingToken)
    {
        await using var batch = database.CreateBatch();
        batch.BatchCommands.Add(
            new(Insert)
            {
                Parameters =
                {
                    new() { Value = Array.ConvertAll(entries, entry => entry.EventId) },
                    new() { Value = Array.ConvertAll(entries, entry => entry.BatchId) },
                    new() { Value = Array.ConvertAll(entries, entry => entry.Topic) },
                    new() { Value = Array.ConvertAll(entries, entry => entry.SourceService) },
                    new() { Value = Array.ConvertAll(entries, entry => entry.CorrelationId) },
                    new() { Value = Array.ConvertAll(entries, entry => entry.CausationId) },
                    new() { Value = Array.ConvertAll(entries, entry => entry.OccurredAt.ToUniversalTime()) },
                },
            }
        );
        if (entries.Any(entry => entry.Topic == Topics.BatchDeleted))
        {
            batch.BatchCommands.Add(new(Forget) { Parameters = { new() { Value = entries.Select(entry => entry.BatchId).ToArray() } } });
        }
        batch.BatchCommands.Add(note);
        // A batch without an explicit transaction is one implicit transaction.
        await batch.ExecuteNonQueryAsync(stoppingToken);
    }
}
