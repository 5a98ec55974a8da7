using System.Diagnostics.CodeAnalysis;
using System.Net.Mime;
using MassTransit;
using MassTransit.Middleware;
using MassTransit.Serialization;
using Microsoft.Extensions.DependencyInjection;

namespace Phase1.Messaging.Dispatch;

/// <summary>
/// What MassTransit is told of the transport: the record is read already, consumers and repositories come out of the scope of its unit of work, and
/// whatever they publish goes into the outbox of that. It is made for every record, so it has nothing that only a broker needs.
/// </summary>
sealed class RecordReceiveContext(UnitOfWork work, CancellationToken cancellationToken)
    : BasePipeContext(cancellationToken),
        ReceiveContext,
        IServiceScope,
        IPublishEndpointProvider,
        ISendEndpointProvider
{
    static readonly ContentType Record = new("application/vnd.phase1.record");

    readonly Task<ISendEndpoint> _outbox = Task.FromResult<ISendEndpoint>(new OutboxSendEndpoint(work));

    public TimeSpan ElapsedTime => TimeSpan.Zero;

    public Uri InputAddress => RecordSerializerContext.Log;

    public ContentType ContentType => Record;

    public bool Redelivered => false;

    public Headers TransportHeaders => EmptyHeaders.Instance;

    public Task ReceiveCompleted => Task.CompletedTask;

    /// <summary>Whether somebody has handled the record.</summary>
    public bool IsDelivered { get; private set; }

    public bool IsFaulted => false;

    public ISendEndpointProvider SendEndpointProvider => this;

    public IPublishEndpointProvider PublishEndpointProvider => this;

    public bool PublishFaults => false;

    public MessageBody Body => throw new NotSupportedException("Records reach MassTransit read already.");

    public override bool TryGetPayload<T>([NotNullWhen(true)] out T? payload)
        where T : class
    {
        payload = work as T;
        return payload is not null || base.TryGetPayload(out payload);
    }

    public override T GetOrAddPayload<T>(PayloadFactory<T> payloadFactory) =>
        TryGetPayload<T>(out var known) ? known : base.GetOrAddPayload(payloadFactory);

    public Task NotifyConsumed<T>(ConsumeContext<T> context, TimeSpan duration, string consumerType)
        where T : class
    {
        IsDelivered = true;
        return Task.CompletedTask;
    }

    // What a handler throws reaches the engine, which tells of it.
    public Task NotifyFaulted<T>(ConsumeContext<T> context, TimeSpan duration, string consumerType, Exception exception)
        where T : class => Task.CompletedTask;

    public Task NotifyFaulted(Exception exception) => Task.CompletedTask;

    public void AddReceiveTask(Task task) => throw new NotSupportedException("Nothing outlives the handling of a record.");

    // MassTransit resolves consumers and repositories from the scope that it finds among the payloads.
    IServiceProvider IServiceScope.ServiceProvider => work.Services;

    void IDisposable.Dispose()
    {
        // The scope belongs to whoever opened the unit of work.
    }

    Task<ISendEndpoint> IPublishEndpointProvider.GetPublishSendEndpoint<T>() => _outbox;

    Task<ISendEndpoint> ISendEndpointProvider.GetSendEndpoint(Uri address) =>
        throw new NotSupportedException("A command is a fact on its topic: publish it.");

    ConnectHandle IPublishObserverConnector.ConnectPublishObserver(IPublishObserver observer) => throw NoObservers();

    ConnectHandle ISendObserverConnector.ConnectSendObserver(ISendObserver observer) => throw NoObservers();

    static NotSupportedException NoObservers() => new("The outbox has no observers; observe the log.");
}
