using MassTransit;
using MassTransit.Initializers;
using Phase1.Events;

namespace Phase1.Messaging.Dispatch;

/// <summary>Where published messages go: into the outbox of the unit of work. Every overload of MassTransit ends in the same place.</summary>
sealed class OutboxSendEndpoint(UnitOfWork work) : ISendEndpoint
{
    public Task Send<T>(T message, CancellationToken cancellationToken = default)
        where T : class => Record(message);

    public Task Send<T>(T message, IPipe<SendContext<T>> pipe, CancellationToken cancellationToken = default)
        where T : class => Record(message);

    public Task Send<T>(T message, IPipe<SendContext> pipe, CancellationToken cancellationToken = default)
        where T : class => Record(message);

    public Task Send(object message, CancellationToken cancellationToken = default) => Record(message);

    public Task Send(object message, Type messageType, CancellationToken cancellationToken = default) => Record(message);

    public Task Send(object message, IPipe<SendContext> pipe, CancellationToken cancellationToken = default) => Record(message);

    public Task Send(object message, Type messageType, IPipe<SendContext> pipe, CancellationToken cancellationToken = default) =>
        Record(message);

    public Task Send<T>(object values, CancellationToken cancellationToken = default)
        where T : class => RecordValues<T>(values, cancellationToken);

    public Task Send<T>(object values, IPipe<SendContext<T>> pipe, CancellationToken cancellationToken = default)
        where T : class => RecordValues<T>(values, cancellationToken);

    public Task Send<T>(object values, IPipe<SendContext> pipe, CancellationToken cancellationToken = default)
        where T : class => RecordValues<T>(values, cancellationToken);

    public ConnectHandle ConnectSendObserver(ISendObserver observer) =>
        throw new NotSupportedException("The outbox has no send observers; observe the log.");

    async Task RecordValues<T>(object values, CancellationToken cancellationToken)
        where T : class => await Record((await MessageInitializerCache<T>.Initialize(values, cancellationToken)).Message);

    Task Record(object message)
    {
        work.Publish(
            message as IFact ?? throw new ArgumentException($"{message.GetType().Name} is no fact of the catalogue.", nameof(message))
        );
        return Task.CompletedTask;
    }
}
