using MassTransit;
using MassTransit.Transports;
using Phase1.Messaging.Records;
using Phase1.Messaging.UnitsOfWork;

namespace Phase1.Messaging.Dispatch;

/// <summary>Sends a message through MassTransit's pipeline: filters, observers, consumers and state machines of this service.</summary>
sealed class RecordDispatcher(IReceiveEndpointDispatcherFactory factory, MessagingOptions options) : IMessageDispatcher
{
    static readonly Dictionary<string, object> NoHeaders = [];
    readonly IReceiveEndpointDispatcher _endpoint = factory.CreateReceiver(options.ServiceName);

    public Task DispatchAsync(DispatchedMessage message, UnitOfWork work, CancellationToken cancellationToken) =>
        _endpoint.Dispatch([], NoHeaders, cancellationToken, message, work, new WorkScope(work.Services));

    // MassTransit resolves consumers and repositories from the scope it finds here: that of the unit of work.
    sealed class WorkScope(IServiceProvider services) : Microsoft.Extensions.DependencyInjection.IServiceScope
    {
        public IServiceProvider ServiceProvider => services;

        public void Dispose()
        {
            // The scope belongs to whoever opened the unit of work.
        }
    }
}
