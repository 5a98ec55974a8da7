using System.Text;
using Confluent.Kafka;
using DotNetCore.CAP;
using DotNetCore.CAP.Messages;
using DotNetCore.CAP.Transport;

namespace Phase1.Benchmarks.Peers;

/// <summary>Sends what CAP has recorded, each message until the broker acknowledges it.</summary>
sealed class CapProducer(string brokers) : ITransport, IDisposable
{
    readonly IProducer<string, byte[]> _producer = new ProducerBuilder<string, byte[]>(
        new ProducerConfig { BootstrapServers = brokers }
    ).Build();

    public BrokerAddress BrokerAddress => new("Kafka", brokers);

    public async Task<OperateResult> SendAsync(TransportMessage message)
    {
        var record = new Message<string, byte[]>
        {
            Key = message.GetId(),
            Value = message.Body.ToArray(),
            Headers = [],
        };
        foreach (var (name, value) in message.Headers)
        {
            record.Headers.Add(name, value is null ? null : Encoding.UTF8.GetBytes(value));
        }
        try
        {
            await _producer.ProduceAsync(message.GetName(), record);
            return OperateResult.Success;
        }
        catch (ProduceException<string, byte[]> refused)
        {
            return OperateResult.Failed(refused);
        }
    }

    public void Dispose() => _producer.Dispose();
}
