using System.Text.Json;

namespace Phase1.Events;

/// <summary>Records as bytes. Whatever breaks the contract is a <see cref="ContractViolationException"/>, and nothing else is thrown for it.</summary>
public static class EnvelopeSerializer
{
    /// <summary>The record of a fact, in UTF-8; partition_key and batch_id are added to its metadata.</summary>
    /// <exception cref="ContractViolationException">The fact or its stamp breaks the contract.</exception>
    public static byte[] Write(IFact fact, EnvelopeStamp stamp)
    {
        var topic = FactTopics.Of(fact);
        if (topic.MissingIn(fact) is { } missing)
        {
            throw new ContractViolationException(ViolationCodes.MissingField, $"Missing data.{missing}");
        }
        Refuse(topic.Find(fact));
        if (!EnvelopeCheck.IsSource(stamp.SourceService))
        {
            throw EnvelopeCheck.BadSource();
        }
        try
        {
            return EnvelopeWriter.Write(topic, fact, stamp);
        }
        catch (JsonException violation)
        {
            throw Violations.OfWriting(violation);
        }
    }

    /// <summary>The envelope alone, whatever the payload is.</summary>
    /// <exception cref="ContractViolationException">No envelope of this version.</exception>
    public static EventEnvelope ReadHeader(ReadOnlySpan<byte> body)
    {
        EnvelopeCheck.Bytes(body);
        try
        {
            var header = JsonSerializer.Deserialize(body, EventsJsonContext.Default.EventEnvelope) ?? throw ValueRefusedException.Missing();
            EnvelopeCheck.Header(header);
            return header;
        }
        catch (JsonException violation)
        {
            throw EnvelopeCheck.TooNew(body) ?? Violations.Of(violation);
        }
    }

    /// <summary>The envelope and its payload, in one pass, checked against the contract.</summary>
    /// <param name="body">The record's value.</param>
    /// <param name="topic">The topic's name in the catalogue.</param>
    /// <exception cref="ContractViolationException">The record can never become valid.</exception>
    public static ParsedEnvelope Read(ReadOnlyMemory<byte> body, string topic)
    {
        var known =
            FactTopics.Find(topic) ?? throw new ContractViolationException(ViolationCodes.UnknownTopic, "no topic of the catalogue");
        EnvelopeCheck.Bytes(body.Span);
        try
        {
            var parsed = known.Read(body.Span);
            EnvelopeCheck.Header(parsed.Header);
            if (parsed.Header.EventType != topic)
            {
                throw new ContractViolationException(ViolationCodes.EventTypeMismatch, "event_type is not the topic");
            }
            Refuse(known.Find(parsed.Data));
            return parsed;
        }
        catch (JsonException violation)
        {
            throw EnvelopeCheck.TooNew(body.Span) ?? Violations.Of(violation);
        }
    }

    /// <summary>Checks a fact's ranges, lengths and uniqueness, as <see cref="Write"/> does.</summary>
    /// <exception cref="ContractViolationException">The fact breaks the contract.</exception>
    public static void Check(IFact fact) => Refuse(FactTopics.Of(fact).Find(fact));

    static void Refuse(Breach? breach)
    {
        if (breach is { } found)
        {
            throw new ContractViolationException(ViolationCodes.InvalidValue, $"data.{found.Path}: {found.Reason}");
        }
    }
}
