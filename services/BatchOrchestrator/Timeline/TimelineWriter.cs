using Npgsql;
using Phase1.Events;
using Phase1.Messaging;
using Phase1.Messaging.Log;
using Phase1.Messaging.Registration;

namespace Phase1.BatchOrchestrator.Timeline;

/// <summary>
/// Notes every fact of every batch as it passes on the log, in a consumer group of its own: the business path neither waits for it nor feels it.
/// What comes again after a crash is there already.
/// </summary>
sealed partial class TimelineWriter(
    ILog log,
    NpgsqlDataSource database,
    MessagingOptions options,
    EngineGate gate,
    TimeProvider clock,
    ILogger<TimelineWriter> logger
) : BackgroundService
{
    static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    // One statement a poll, however many records it brought.
    const string Insert = """
        insert into batch_timeline (event_id, batch_id, topic, source_service, correlation_id, causation_id, occurred_at)
        select * from unnest($1::uuid[], $2::uuid[], $3::text[], $4::text[], $5::uuid[], $6::uuid[], $7::timestamptz[])
        on conflict do nothing
        """;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await gate.OpenedAsync(stoppingToken);
        string[] topics = [.. Topics.All.Select(topic => options.TopicPrefix + topic)];
        await using var consumer = log.Join($"{options.TopicPrefix}{options.ServiceName}.timeline", topics);
        while (!stoppingToken.IsCancellationRequested)
        {
            await TurnAsync(consumer, stoppingToken);
        }
    }

    async Task TurnAsync(ILogConsumer consumer, CancellationToken stoppingToken)
    {
        try
        {
            var poll = await consumer.PollAsync(options.PollSize, options.PollWait, stoppingToken);
            TimelineEntry[] entries = [.. poll.Records.Select(EntryOf).OfType<TimelineEntry>()];
            if (entries.Length > 0)
            {
                await WriteAsync(entries, stoppingToken);
            }
            if (poll.Records.Count > 0)
            {
                await consumer.CommitAsync(stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The service stops; what was not committed is read again.
        }
        catch (Exception trouble)
        {
            Troubled(trouble.GetType().Name);
            await Task.Delay(Pause, clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            await consumer.ResetAsync(stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    TimelineEntry? EntryOf(LogRecord record)
    {
        try
        {
            var topic = record.Topic[options.TopicPrefix.Length..];
            var header = EnvelopeSerializer.ReadHeader(record.Body.Span);
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

    async Task WriteAsync(TimelineEntry[] entries, CancellationToken stoppingToken)
    {
        await using var command = database.CreateCommand(Insert);
        command.Parameters.Add(new() { Value = Array.ConvertAll(entries, entry => entry.EventId) });
        command.Parameters.Add(new() { Value = Array.ConvertAll(entries, entry => entry.BatchId) });
        command.Parameters.Add(new() { Value = Array.ConvertAll(entries, entry => entry.Topic) });
        command.Parameters.Add(new() { Value = Array.ConvertAll(entries, entry => entry.SourceService) });
        command.Parameters.Add(new() { Value = Array.ConvertAll(entries, entry => entry.CorrelationId) });
        command.Parameters.Add(new() { Value = Array.ConvertAll(entries, entry => entry.CausationId) });
        command.Parameters.Add(new() { Value = Array.ConvertAll(entries, entry => entry.OccurredAt.ToUniversalTime()) });
        await command.ExecuteNonQueryAsync(stoppingToken);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The timeline pauses and will be tried again: {Trouble}")]
    private partial void Troubled(string trouble);
}
