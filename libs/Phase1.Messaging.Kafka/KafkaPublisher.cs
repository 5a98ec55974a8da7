using Confluent.Kafka;
using Phase1.Messaging.Log;

namespace Phase1.Messaging.Kafka;

/// <summary>
/// Publishes whole batches of records through one idempotent producer: all records are handed over at once, and the publication is over when each has its
/// acknowledgement. Of every publication a beginning arrives, never a part with a gap before it, so that a publication that is published again keeps each
/// key's order: records never time out one by one, and an error that leaves a gap ends the producer.
/// </summary>
sealed class KafkaPublisher(KafkaLogOptions options) : IDisposable
{
    // The client's own queue is full: a moment lets it send.
    static readonly TimeSpan QueueFullPause = TimeSpan.FromMilliseconds(10);

    readonly SemaphoreSlim _oneRound = new(1, 1);
    readonly ClientWords _words = new();
    IProducer<string, byte[]>? _producer;

    // A publication whose caller gave up waiting. Its records are still with the producer and are published before all others.
    Publication? _late;

    public async Task<IReadOnlyList<RefusedRecord>> PublishAsync(
        IReadOnlyList<(int Index, OutgoingRecord Record)> records,
        CancellationToken cancellationToken
    )
    {
        await _oneRound.WaitAsync(cancellationToken);
        try
        {
            await EndLateRoundAsync();
            var publication = await RunAsync(records);
            if (!publication.IsSpoilt)
            {
                return publication.Refused;
            }
            Discard();
            return await OneByOneAsync(records);
        }
        catch (TimeoutException exception)
        {
            throw _words.Away("publishing", exception);
        }
        catch (Exception exception) when (KafkaFaults.IsClients(exception))
        {
            Discard();
            throw _words.Away("publishing", exception);
        }
        finally
        {
            _oneRound.Release();
        }
    }

    public void Dispose()
    {
        Discard();
        _oneRound.Dispose();
    }

    async Task EndLateRoundAsync()
    {
        if (_late is not { } late)
        {
            return;
        }
        await late.Complete.WaitAsync(options.PublishTimeout, TimeProvider.System);
        _late = null;
        if (late.IsSpoilt)
        {
            Discard();
        }
        _ = late.Refused;
    }

    async Task<Publication> RunAsync(IReadOnlyList<(int Index, OutgoingRecord Record)> records)
    {
        var publication = new Publication(records.Count);
        foreach (var (index, record) in records)
        {
            await HandOverAsync(publication, index, record);
        }
        _late = publication;
        await publication.Complete.WaitAsync(options.PublishTimeout, TimeProvider.System);
        _late = null;
        _words.Forget();
        return publication;
    }

    // For one record in it a broker refuses a whole batch; alone, each is judged by itself.
    async Task<IReadOnlyList<RefusedRecord>> OneByOneAsync(IReadOnlyList<(int Index, OutgoingRecord Record)> records)
    {
        var refused = new List<RefusedRecord>();
        foreach (var record in records)
        {
            var publication = await RunAsync([record]);
            if (publication.IsSpoilt)
            {
                Discard();
            }
            refused.AddRange(publication.Refused);
        }
        return refused;
    }

    async Task HandOverAsync(Publication publication, int index, OutgoingRecord record)
    {
        var message = new Message<string, byte[]>
        {
            Key = record.Key,
            Value = record.Body.ToArray(),
            Headers = RecordHeaderJson.Read(record.Headers),
        };
        while (true)
        {
            try
            {
                Producer().Produce(record.Topic, message, report => publication.Report(index, report.Error));
                return;
            }
            catch (ProduceException<string, byte[]> exception) when (exception.Error.Code == ErrorCode.Local_QueueFull)
            {
                await Task.Delay(QueueFullPause, TimeProvider.System);
            }
            catch (ProduceException<string, byte[]> exception) when (KafkaFaults.RefusalOf(exception.Error.Code) is { } reason)
            {
                publication.Refuse(index, reason);
                return;
            }
        }
    }

    IProducer<string, byte[]> Producer() =>
        _producer ??= new ProducerBuilder<string, byte[]>(ClientSettings.ForProducer(options))
            .SetErrorHandler((_, error) => _words.Hear(error))
            .SetLogHandler((_, message) => _words.Hear(message))
            .Build();

    void Discard()
    {
        _late = null;
        _producer?.Dispose();
        _producer = null;
    }
}
