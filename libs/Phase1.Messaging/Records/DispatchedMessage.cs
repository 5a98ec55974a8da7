namespace Phase1.Messaging.Records;

/// <summary>A message on its way into MassTransit's pipeline.</summary>
/// <param name="MessageId">The event id.</param>
/// <param name="Cause">Of the record itself: its correlation, its causation, its teacher.</param>
/// <param name="Message">The payload.</param>
/// <param name="RecordedAt">When the fact was recorded; null for a command that never was a record.</param>
sealed record DispatchedMessage(Guid MessageId, EventCause Cause, object Message, DateTimeOffset? RecordedAt = null);
