using MassTransit;
using MassTransit.Serialization;

namespace Phase1.Messaging.Dispatch;

/// <summary>The consume context of a record: what a consumer publishes becomes an outbox row of its unit of work.</summary>
sealed class RecordConsumeContext(ReceiveContext receive, SerializerContext serializer, UnitOfWork work)
    : BodyConsumeContext(receive, serializer)
{
    protected override Task<ISendEndpoint> GetPublishSendEndpoint<T>() => Task.FromResult<ISendEndpoint>(new OutboxSendEndpoint(work));
}
