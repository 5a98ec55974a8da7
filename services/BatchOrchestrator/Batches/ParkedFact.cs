using System.Text;
using Phase1.Events;

namespace Phase1.BatchOrchestrator.Batches;

/// <summary>A fact that came before the status in which it counts; its whole envelope waits here.</summary>
sealed class ParkedFact
{
    public required Guid BatchId { get; init; }
    public required Guid EventId { get; init; }
    public required ParkedKind Kind { get; init; }
    public required string Envelope { get; init; }
    public required DateTimeOffset ParkedAt { get; init; }

    internal static ParkedFact Of(ParkedKind kind, IBatchFact fact, IBatchRecords records, DateTimeOffset recordedAt)
    {
        var eventId = records.Cause.CausationId ?? throw new InvalidOperationException("Only facts of the log are parked.");
        var stamp = new EnvelopeStamp(eventId, recordedAt, Topics.ProducersOf(TopicOf(kind))[0], records.Cause.CorrelationId);
        return new()
        {
            BatchId = fact.BatchId,
            EventId = eventId,
            Kind = kind,
            Envelope = Encoding.UTF8.GetString(EnvelopeSerializer.Write(fact, stamp)),
            ParkedAt = records.Now,
        };
    }

    internal ParsedEnvelope Open() => EnvelopeSerializer.Read(Encoding.UTF8.GetBytes(Envelope), TopicOf(Kind));

    static string TopicOf(ParkedKind kind) =>
        kind == ParkedKind.EssaysReady ? Topics.BatchEssaysReady : Topics.StudentAssociationsConfirmed;
}

/// <summary>What can be parked, in the order in which it is replayed. Content never has to wait for anything.</summary>
enum ParkedKind
{
    AssociationsConfirmed,
    EssaysReady,
}
