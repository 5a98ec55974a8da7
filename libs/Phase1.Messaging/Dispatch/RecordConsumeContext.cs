using System.Diagnostics.CodeAnalysis;
using MassTransit;
using MassTransit.Context;
using Phase1.Messaging.Records;

namespace Phase1.Messaging.Dispatch;

/// <summary>A record as MassTransit's consumers and state machines see it.</summary>
sealed class RecordConsumeContext(RecordReceiveContext received, DispatchedMessage message)
    : BaseConsumeContext(received, new RecordSerializerContext(message))
{
    readonly DispatchedMessage _message = message;
    ConsumeContext? _typed;
    List<Task>? _open;

    public override Guid? MessageId => SerializerContext.MessageId;

    public override Guid? RequestId => SerializerContext.RequestId;

    public override Guid? CorrelationId => SerializerContext.CorrelationId;

    public override Guid? ConversationId => SerializerContext.ConversationId;

    public override Guid? InitiatorId => SerializerContext.InitiatorId;

    public override DateTime? ExpirationTime => SerializerContext.ExpirationTime;

    public override Uri SourceAddress => SerializerContext.SourceAddress!;

    public override Uri DestinationAddress => SerializerContext.DestinationAddress!;

    public override Uri ResponseAddress => SerializerContext.ResponseAddress!;

    public override Uri FaultAddress => SerializerContext.FaultAddress!;

    public override DateTime? SentTime => SerializerContext.SentTime;

    public override Headers Headers => SerializerContext.Headers;

    public override HostInfo Host => SerializerContext.Host;

    public override IEnumerable<string> SupportedMessageTypes => SerializerContext.SupportedMessageTypes;

    /// <summary>Completes with what a handler has begun and not waited for.</summary>
    public override Task ConsumeCompleted => _open is null ? Task.CompletedTask : Task.WhenAll(_open);

    public override bool HasMessageType(Type messageType) => SerializerContext.IsSupportedMessageType(messageType);

    public override bool TryGetMessage<T>([NotNullWhen(true)] out ConsumeContext<T>? consumeContext)
    {
        consumeContext = _typed as ConsumeContext<T>;
        if (consumeContext is null && _message.Message is T typed)
        {
            _typed = consumeContext = new MessageConsumeContext<T>(this, typed);
        }
        return consumeContext is not null;
    }

    public override bool HasPayloadType(Type payloadType) =>
        payloadType.IsInstanceOfType(this) || ReceiveContext.HasPayloadType(payloadType);

    public override bool TryGetPayload<T>([NotNullWhen(true)] out T? payload)
        where T : class
    {
        payload = this as T;
        return payload is not null || ReceiveContext.TryGetPayload(out payload);
    }

    public override T GetOrAddPayload<T>(PayloadFactory<T> payloadFactory) => this as T ?? ReceiveContext.GetOrAddPayload(payloadFactory);

    public override T AddOrUpdatePayload<T>(PayloadFactory<T> addFactory, UpdatePayloadFactory<T> updateFactory) =>
        this as T ?? ReceiveContext.AddOrUpdatePayload(addFactory, updateFactory);

    public override void AddConsumeTask(Task task)
    {
        if (!task.IsCompletedSuccessfully)
        {
            (_open ??= []).Add(task);
        }
    }

    // What a handler throws reaches the engine, which tells of it.
    public override Task NotifyFaulted<T>(ConsumeContext<T> context, TimeSpan duration, string consumerType, Exception exception) =>
        Task.CompletedTask;

    // Into the outbox, without the detour that would copy a broker's headers.
    protected override Task<ISendEndpoint> GetPublishSendEndpoint<T>() => PublishEndpointProvider.GetPublishSendEndpoint<T>();
}
