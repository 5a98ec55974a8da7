using Phase1.Events;

namespace Phase1.Messaging.Records;

/// <summary>
/// Which records may be handled, by their own time. The inbox forgets what it handled after <see cref="MessagingOptions.InboxRetention"/>; a record
/// that old, delivered again by a log that keeps records for longer, would be handled twice. So it is refused, and an operator decides.
/// </summary>
sealed class InboxHorizon(MessagingOptions options, TimeProvider clock)
{
    /// <summary>How far a producer's clock may be ahead of ours. The demo's clock is moved by the whole 24 hours of a deadline, process by process.</summary>
    public static readonly TimeSpan ClockTolerance = TimeSpan.FromDays(2);

    /// <summary>What is wrong with the record's time; null when the inbox is sure to know the record if it has been handled.</summary>
    public Failure? Check(EventEnvelope header)
    {
        var age = clock.GetUtcNow() - header.EventTimestamp;
        return age > options.InboxRetention - ClockTolerance
                ? Refusal(ViolationCodes.RecordTooOld, "event_timestamp: older than the inbox remembers")
            : age < -ClockTolerance ? Refusal(ViolationCodes.InvalidValue, "event_timestamp: more than two days in the future")
            : null;
    }

    static Failure Refusal(string code, string reason) => new(FailureKind.Violation, code, reason, null);
}
