using MassTransit;
using MassTransit.Context;
using MassTransit.Serialization;

namespace Phase1.Messaging.Dispatch;

/// <summary>
/// The receive context of a record. Every consume context that MassTransit makes of it asks here where to publish: to the outbox of its unit of
/// work.
/// </summary>
sealed class RecordReceiveContext(ReceiveContext context, UnitOfWork work)
    : ReceiveContextProxy(context),
        IPublishEndpointProvider,
        ISendEndpointProvider
{
    readonly Task<ISendEndpoint> _outbox = Task.FromResult<ISendEndpoint>(new OutboxSendEndpoint(work));

    public override IPublishEndpointProvider PublishEndpointProvider => this;

    public override ISendEndpointProvider SendEndpointProvider => this;

    Task<ISendEndpoint> IPublishEndpointProvider.GetPublishSendEndpoint<T>() => _outbox;

    Task<ISendEndpoint> ISendEndpointProvider.GetSendEndpoint(Uri address) =>
        throw new NotSupportedException("A command is a fact on its topic: publish it.");

    ConnectHandle IPublishObserverConnector.ConnectPublishObserver(IPublishObserver observer) => throw NoObservers();

    ConnectHandle ISendObserverConnector.ConnectSendObserver(ISendObserver observer) => throw NoObservers();

    static NotSupportedException NoObservers() => new("The outbox has no observers; observe the log.");
}
