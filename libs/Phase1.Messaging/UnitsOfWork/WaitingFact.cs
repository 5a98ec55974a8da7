using System.Text;
using Phase1.Events;

namespace Phase1.Messaging;

/// <summary>A fact that waits in a table of a service for what it needs, as the envelope it came in.</summary>
/// <typeparam name="T">The fact's type.</typeparam>
/// <param name="Fact">The fact.</param>
/// <param name="Cause">What is recorded when the fact is applied at last has the fact itself as its cause.</param>
public sealed record WaitingFact<T>(T Fact, EventCause Cause);

/// <summary>Waiting facts as text, for a column of type jsonb.</summary>
public static class WaitingFact
{
    /// <summary>The whole envelope as JSON text.</summary>
    /// <param name="fact">As it was received.</param>
    /// <param name="cause">Of what its handling would record: names the fact's own event id as causation.</param>
    /// <param name="now">When it was received.</param>
    public static string Write(IBatchFact fact, EventCause cause, DateTimeOffset now)
    {
        var metadata = (cause with { CausationId = null }).ToMetadata();
        // Whether its source may say it was checked when it came. As a dead letter it is checked again: then it comes from the topic's own service.
        var source = Topics.ProducersOf(Topics.Of(fact))[0];
        var stamp = new EnvelopeStamp(cause.CausationId!.Value, now, source, cause.CorrelationId, metadata);
        return Encoding.UTF8.GetString(EnvelopeSerializer.Write(fact, stamp));
    }

    /// <summary>Reads the fact, and the cause of what it will lead to, from the stored envelope.</summary>
    /// <typeparam name="T">The fact's type.</typeparam>
    /// <param name="envelope">What <see cref="Write"/> made of it.</param>
    public static WaitingFact<T> Read<T>(string envelope)
        where T : IBatchFact
    {
        var body = Encoding.UTF8.GetBytes(envelope);
        var (header, fact) = EnvelopeSerializer.Read(body, EnvelopeSerializer.ReadHeader(body).EventType);
        return new WaitingFact<T>((T)fact, EventCause.Of(header));
    }
}
