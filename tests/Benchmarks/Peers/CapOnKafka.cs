using DotNetCore.CAP;
using DotNetCore.CAP.Transport;
using Microsoft.Extensions.DependencyInjection;

namespace Phase1.Benchmarks.Peers;

/// <summary>
/// CAP's transport on Kafka. The package DotNetCore.CAP.Kafka is not to be had everywhere, so its calls are made here through CAP's own interfaces, one
/// for one: what is sent is acknowledged by the broker, what is received is committed record by record once CAP has stored it.
/// </summary>
sealed class CapOnKafka(string brokers) : ICapOptionsExtension
{
    public void AddServices(IServiceCollection services)
    {
        services.AddSingleton(new CapMessageQueueMakerService("Kafka"));
        services.AddSingleton<ITransport>(_ => new CapProducer(brokers));
        services.AddSingleton<IConsumerClientFactory>(_ => new Factory(brokers));
    }

    sealed class Factory(string brokers) : IConsumerClientFactory
    {
        public Task<IConsumerClient> CreateAsync(string groupName, byte groupConcurrent) =>
            Task.FromResult<IConsumerClient>(new CapConsumer(brokers, groupName));
    }
}
