using System.Text;
using Confluent.Kafka;
using DotNetCore.CAP.Messages;
using DotNetCore.CAP.Transport;

namespace Phase1.Benchmarks.Peers;

/// <summary>Hands CAP one record after the other, and commits it when CAP says so.</summary>
sealed class CapConsumer(string brokers, string group) : IConsumerClient
{
    readonly IConsumer<string, byte[]> _consumer = new ConsumerBuilder<string, byte[]>(
        new ConsumerConfig
        {
            BootstrapServers = brokers,
            GroupId = group,
            AutoOffsetReset = AutoOffsetReset.Earliest,
            EnableAutoCommit = false,
        }
    ).Build();

    public BrokerAddress BrokerAddress => new("Kafka", brokers);

    public Func<TransportMessage, object?, Task>? OnMessageCallback { get; set; }

    public Action<LogMessageEventArgs>? OnLogCallback { get; set; }

    public Task SubscribeAsync(IEnumerable<string> topics)
    {
        _consumer.Subscribe(topics);
        return Task.CompletedTask;
    }

    public async Task ListeningAsync(TimeSpan timeout, CancellationToken cancellationToken)
    {
        while (!cancellationToken.IsCancellationRequested)
        {
            if (_consumer.Consume(timeout) is { } record)
            {
                await OnMessageCallback!(ToMessage(record.Message), record);
            }
        }
    }

    public Task CommitAsync(object? sender)
    {
        _consumer.Commit((ConsumeResult<string, byte[]>)sender!);
        return Task.CompletedTask;
    }

    public Task RejectAsync(object? sender)
    {
        _consumer.Assign(_consumer.Assignment);
        return Task.CompletedTask;
    }

    public ValueTask DisposeAsync()
    {
        _consumer.Dispose();
        return ValueTask.CompletedTask;
    }

    TransportMessage ToMessage(Message<string, byte[]> record)
    {
        var headers = record.Headers.ToDictionary(
            header => header.Key,
            header => header.GetValueBytes() is { } value ? Encoding.UTF8.GetString(value) : null
        );
        // As which group it was received is the receiver's to say.
        headers[DotNetCore.CAP.Messages.Headers.Group] = group;
        return new(headers, record.Value);
    }
}
