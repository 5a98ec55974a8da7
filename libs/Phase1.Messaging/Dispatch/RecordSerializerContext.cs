using System.Diagnostics.CodeAnalysis;
using MassTransit;
using MassTransit.Metadata;
using MassTransit.Serialization;
using Phase1.Messaging.Records;

namespace Phase1.Messaging.Dispatch;

/// <summary>What MassTransit asks about a record: ids, types, the payload.</summary>
sealed class RecordSerializerContext(DispatchedMessage message) : SerializerContext
{
    /// <summary>The address that records come from and go to.</summary>
    public static readonly Uri Log = new("loopback://localhost/log");

    public Guid? MessageId => message.MessageId;

    public Guid? RequestId => null;

    public Guid? CorrelationId => message.Cause.CorrelationId;

    public Guid? ConversationId => message.Cause.CorrelationId;

    public Guid? InitiatorId => message.Cause.CausationId;

    public DateTime? ExpirationTime => null;

    public Uri? SourceAddress => Log;

    public Uri? DestinationAddress => Log;

    public Uri? ResponseAddress => null;

    public Uri? FaultAddress => null;

    public DateTime? SentTime => message.RecordedAt?.UtcDateTime;

    public Headers Headers => MassTransit.Serialization.EmptyHeaders.Instance;

    public HostInfo Host => HostMetadataCache.Host;

    public string[] SupportedMessageTypes => [];

    public bool IsSupportedMessageType<T>()
        where T : class => message.Message is T;

    public bool IsSupportedMessageType(Type messageType) => messageType.IsInstanceOfType(message.Message);

    public bool TryGetMessage<T>(out T? message1)
        where T : class
    {
        message1 = message.Message as T;
        return message1 is not null;
    }

    public bool TryGetMessage(Type messageType, [NotNullWhen(true)] out object? message1)
    {
        message1 = messageType.IsInstanceOfType(message.Message) ? message.Message : null;
        return message1 is not null;
    }

    public T? DeserializeObject<T>(object? value, T? defaultValue = null)
        where T : class => value as T ?? defaultValue;

    public T? DeserializeObject<T>(object? value, T? defaultValue = null)
        where T : struct => value as T? ?? defaultValue;

    public MessageBody SerializeObject(object? value) => throw Unsupported();

    public IMessageSerializer GetMessageSerializer() => throw Unsupported();

    public IMessageSerializer GetMessageSerializer<T>(MessageEnvelope envelope, T overlay)
        where T : class => throw Unsupported();

    public IMessageSerializer GetMessageSerializer(object overlay, string[] messageTypes) => throw Unsupported();

    public Dictionary<string, object> ToDictionary<T>(T? value)
        where T : class => throw Unsupported();

    static NotSupportedException Unsupported() => new("Messages leave through the outbox, which serialises them itself.");
}
