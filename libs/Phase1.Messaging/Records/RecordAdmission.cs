using Phase1.Events;

namespace Phase1.Messaging.Records;

/// <summary>Which records may be handled, beside what they say: by their source and by their own time.</summary>
sealed class RecordAdmission(IProducerRules producers, InboxHorizon horizon, MessagingOptions options)
{
    public string TopicPrefix => options.TopicPrefix;

    /// <summary>Why nothing that the record says is believed, not even which fact it is; null when its source may say it.</summary>
    public Failure? CheckSource(string topic, EventEnvelope header) =>
        producers.Allow(topic[TopicPrefix.Length..], header.SourceService)
            ? null
            : new(FailureKind.Violation, ViolationCodes.ProducerNotAllowed, "source_service: not a producer of this topic", null);

    /// <summary>What is wrong with the record's time; null when nothing is.</summary>
    public Failure? CheckTime(EventEnvelope header) => horizon.Check(header);
}
