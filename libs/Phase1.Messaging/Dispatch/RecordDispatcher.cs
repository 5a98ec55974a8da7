using MassTransit;
using MassTransit.Transports;
using Phase1.Messaging.Records;
using Phase1.Messaging.UnitsOfWork;

namespace Phase1.Messaging.Dispatch;

/// <summary>Sends a message through MassTransit's pipeline: filters, observers, consumers and state machines of this service.</summary>
sealed class RecordDispatcher : IMessageDispatcher
{
    readonly IConsumePipe _pipe;

    public RecordDispatcher(IBusInstance bus, IBusRegistrationContext registration, MessagingOptions options)
    {
        var endpoint = bus.HostConfiguration.CreateReceiveEndpointConfiguration(
            options.ServiceName,
            handlers =>
            {
                handlers.ConfigureConsumeTopology = false;
                handlers.ConfigureConsumers(registration);
                handlers.ConfigureSagas(registration);
            }
        );
        endpoint.Validate().ThrowIfContainsFailure("The handlers cannot be configured:");
        // Connects them to the pipe; no message ever takes another way to them.
        endpoint.CreateReceiveEndpointContext();
        _pipe = endpoint.ConsumePipe;
    }

    public async Task DispatchAsync(DispatchedMessage message, UnitOfWork work, CancellationToken cancellationToken)
    {
        var received = new RecordReceiveContext(work, cancellationToken);
        var context = new RecordConsumeContext(received, message);
        await _pipe.Send(context);
        await context.ConsumeCompleted;
        if (!received.IsDelivered)
        {
            throw new InvalidOperationException($"Nobody here handles {message.Message.GetType().Name}.");
        }
    }
}
