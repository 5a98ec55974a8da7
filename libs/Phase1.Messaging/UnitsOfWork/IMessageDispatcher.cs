using Phase1.Messaging.Records;

namespace Phase1.Messaging.UnitsOfWork;

/// <summary>Runs messages through the service's consumers and state machines.</summary>
interface IMessageDispatcher
{
    Task DispatchAsync(DispatchedMessage message, UnitOfWork work, CancellationToken cancellationToken);
}
