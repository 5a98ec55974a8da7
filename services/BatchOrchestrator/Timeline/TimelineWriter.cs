using Npgsql;
using Phase1.Events;
using Phase1.Messaging;
using Phase1.Messaging.Background;
using Phase1.Messaging.Log;
using Phase1.Messaging.Tables;

namespace Phase1.BatchOrchestrator.Timeline;

/// <summary>
/// Notes every fact of every batch as it passes on the log, in a consumer group of its own: the business path neither waits for it nor feels it.
/// What comes again after a crash is there already.
/// </summary>
sealed class TimelineWriter(
    ILog log,
    LogHealth health,
    NpgsqlDataSource database,
    MessagingOptions options,
    IServiceProvider services,
    TimeProvider clock
) : BackgroundWork(services)
{
    // Nobody waits for the timeline: what is recorded meanwhile is one insert.
    static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    // One statement a poll, however many records it brought.
    const string Insert = """
        insert into batch_timeline (event_id, batch_id, topic, source_service, correlation_id, causation_id, occurred_at)
        select * from unnest($1::uuid[], $2::uuid[], $3::text[], $4::text[], $5::uuid[], $6::uuid[], $7::timestamptz[]) as e (event_id, batch_id)
        where not exists (select from deleted_batches d where d.batch_id = e.batch_id)
        on conflict do nothing
        """;

    // The deletion of a batch did not see what was being noted of it at that moment; its own record comes later, and nothing is noted any more.
    const string Forget = "delete from batch_timeline t using deleted_batches d where t.batch_id = any($1) and d.batch_id = t.batch_id";

    readonly string _group = $"{options.TopicPrefix}{options.ServiceName}.timeline";
    readonly OwnOffsets _offsets = new($"{options.ServiceName}.timeline", database, services.GetRequiredService<ILogger<OwnOffsets>>());
    ILogConsumer? _consumer;
    bool _more;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await base.ExecuteAsync(stoppingToken);
        }
        finally
        {
            if (_consumer is not null)
            {
                await _consumer.DisposeAsync();
            }
        }
    }

    protected override async Task RunOnceAsync(CancellationToken cancellationToken)
    {
        _consumer ??= log.Join(_group, [.. Topics.All.Select(topic => options.TopicPrefix + topic)]);
        var poll = await _consumer.PollAsync(options.PollSize, options.PollWait, cancellationToken);
        if (await _offsets.SetBackAsync(_consumer, poll, cancellationToken))
        {
            return;
        }
        health.Tell(_group, poll);
        _more = poll.Records.Count == options.PollSize;
        if (poll.Records.Count > 0)
        {
            await WriteAsync([.. poll.Records.Select(EntryOf).OfType<TimelineEntry>()], poll.Records, cancellationToken);
        }
        if (poll.Moves)
        {
            await _consumer.CommitAsync(cancellationToken);
        }
    }

    protected override TimeSpan LongestPause => Pause;

    protected override Task PauseAsync(CancellationToken cancellationToken) =>
        _more ? Task.CompletedTask : Task.Delay(Pause, clock, cancellationToken);

    protected override async Task RecoverAsync(CancellationToken cancellationToken)
    {
        if (_consumer is not null)
        {
            await _consumer.ResetAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    TimelineEntry? EntryOf(LogRecord record)
    {
        try
        {
            var topic = record.Topic[options.TopicPrefix.Length..];
            var header = EnvelopeSerializer.ReadHeader(record.Body.Span);
            if (!Topics.MayProduce(topic, header.SourceService))
            {
                return null;
            }
            // Our own records name their batch in the header; for another producer's the payload is read.
            var batch = IdOf(header, EventMetadata.BatchId) ?? (EnvelopeSerializer.Read(record.Body, topic).Data as IBatchFact)?.BatchId;
            return batch is { } batchId
                ? new()
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
        catch (ContractViolationException)
        {
            // Whoever consumes the record dead-letters it; it is no fact.
            return null;
        }
    }

    static Guid? IdOf(EventEnvelope header, string key) => Guid.TryParse(header.Metadata?.GetValueOrDefault(key), out var id) ? id : null;

    async Task WriteAsync(TimelineEntry[] entries, IReadOnlyList<LogRecord> records, CancellationToken stoppingToken)
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
        batch.BatchCommands.Add(_offsets.ToNote(records));
        // A batch without an explicit transaction is one implicit transaction.
        await batch.ExecuteNonQueryAsync(stoppingToken);
    }
}
