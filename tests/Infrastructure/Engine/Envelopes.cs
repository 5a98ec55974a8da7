using System.Text;
using Phase1.Events;
using Phase1.Messaging;
using Phase1.Messaging.Log;

namespace Phase1.Tests.Infrastructure.Engine;

/// <summary>Records as another service would put them on the log.</summary>
public static class Envelopes
{
    public const string Outside = "outside_producer";

    public static OutgoingRecord Of(IFact fact, Guid eventId, Guid? correlationId = null, TraceContext? trace = null) =>
        new(Topics.Of(fact), fact.PartitionKey, EnvelopeSerializer.Write(fact, Stamp(eventId, correlationId, trace)), "{}");

    /// <summary>A record whose body is whatever the test says.</summary>
    public static OutgoingRecord Raw(string topic, string key, string body) => new(topic, key, Encoding.UTF8.GetBytes(body), "{}");

    static EnvelopeStamp Stamp(Guid eventId, Guid? correlationId, TraceContext? trace) =>
        new(
            eventId,
            Facts.Instant,
            Outside,
            correlationId ?? eventId,
            new EventCause(eventId, UserId: Facts.Teacher, Trace: trace).ToMetadata()
        );
}
