using System.Net.Mime;
using MassTransit;
using MassTransit.Serialization;
using Phase1.Messaging.Records;

namespace Phase1.Messaging.Dispatch;

/// <summary>Hands MassTransit the payload that the engine has read already.</summary>
sealed class RecordDeserializer : IMessageDeserializer, ISerializerFactory, IMessageSerializer
{
    public ContentType ContentType { get; } = new("application/vnd.phase1.record");

    public ConsumeContext Deserialize(ReceiveContext receiveContext)
    {
        var message = receiveContext.GetPayload<DispatchedMessage>();
        return new BodyConsumeContext(
            new RecordReceiveContext(receiveContext, receiveContext.GetPayload<UnitOfWork>()),
            new RecordSerializerContext(message)
        );
    }

    public SerializerContext Deserialize(MessageBody body, Headers headers, Uri? destinationAddress = null) =>
        throw new NotSupportedException("Records reach MassTransit read already.");

    public MessageBody GetMessageBody(string text) => new StringMessageBody(text);

    // Whatever a consumer publishes goes to the outbox; MassTransit itself never serialises anything.
    public MessageBody GetMessageBody<T>(SendContext<T> context)
        where T : class => throw new NotSupportedException("Messages leave through the outbox.");

    public void Probe(ProbeContext context) => context.Add("records", "read by the engine");

    IMessageSerializer ISerializerFactory.CreateSerializer() => this;

    IMessageDeserializer ISerializerFactory.CreateDeserializer() => this;
}
