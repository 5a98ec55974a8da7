namespace Phase1.Messaging;

/// <summary>Why an event is recorded; copied into its envelope.</summary>
/// <param name="CorrelationId">The chain: that of the HTTP request or of the first record.</param>
/// <param name="CausationId">The event id of the record whose handling recorded the event; null at the head of a chain.</param>
/// <param name="UserId">The teacher on whose behalf it happens.</param>
/// <param name="OrgId">The teacher's organisation, if any.</param>
public sealed record EventCause(Guid CorrelationId, Guid? CausationId = null, string? UserId = null, string? OrgId = null);
