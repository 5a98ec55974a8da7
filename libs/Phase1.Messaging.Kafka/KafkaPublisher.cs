using Confluent.Kafka;
using Phase1.Messaging.Log;

namespace Phase1.Messaging.Kafka;

/// <summary>
/// Publishes whole rounds through one idempotent producer: all records are handed over at once, and the round is over when each has its
/// acknowledgement. After a failed round the producer is thrown away, so that nothing of it can arrive behind what follows.
/// </summary>
sealed class KafkaPublisher(KafkaLogOptions options) : IDisposable
{
    // The client's own queue is full: a moment lets it send.
    static readonly TimeSpan QueueFullPause = TimeSpan.FromMilliseconds(10);

    readonly SemaphoreSlim _oneRound = new(1, 1);
    IProducer<string, byte[]>? _producer;

    public async Task<IReadOnlyList<RefusedRecord>> PublishAsync(IReadOnlyList<(int Index, OutgoingRecord Record)> records)
    {
        await _oneRound.WaitAsync();
        try
        {
            var round = new PublicationRound(records.Count);
            foreach (var (index, record) in records)
            {
                await HandOverAsync(round, index, record);
            }
            return await round.EndAsync();
        }
        catch (Exception exception) when (KafkaFaults.IsClients(exception))
        {
            Discard();
            throw KafkaFaults.Away("publishing", exception);
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

    async Task HandOverAsync(PublicationRound round, int index, OutgoingRecord record)
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
                Producer().Produce(record.Topic, message, report => round.Report(index, report.Error));
                return;
            }
            catch (ProduceException<string, byte[]> exception) when (exception.Error.Code == ErrorCode.Local_QueueFull)
            {
                await Task.Delay(QueueFullPause, TimeProvider.System);
            }
            catch (ProduceException<string, byte[]> exception) when (KafkaFaults.RefusalOf(exception.Error.Code) is not null)
            {
                round.Report(index, exception.Error);
                return;
            }
        }
    }

    IProducer<string, byte[]> Producer() =>
        _producer ??= new ProducerBuilder<string, byte[]>(ClientSettings.ForProducer(options))
            .SetErrorHandler((_, _) => { })
            .SetLogHandler((_, _) => { })
            .Build();

    void Discard()
    {
        _producer?.Dispose();
        _producer = null;
    }
}
