namespace Phase1.Messaging.Operator;

/// <summary>A dead letter as operators see it: never its body.</summary>
/// <param name="Id">The dead letter.</param>
/// <param name="Consumer">The service that gave it up.</param>
/// <param name="Origin">log; outbox for an event that the log rejected; parked for a fact that the service had parked.</param>
/// <param name="Topic">Its topic.</param>
/// <param name="Partition">Its partition; null when it does not come from the log.</param>
/// <param name="LogOffset">Its place in the partition; null when it does not come from the log.</param>
/// <param name="EventId">Null when it could not be read.</param>
/// <param name="BatchId">The batch it is about, if any.</param>
/// <param name="CorrelationId">The chain it belongs to.</param>
/// <param name="ReasonCode">A stable code.</param>
/// <param name="Reason">One sentence.</param>
/// <param name="Cause">The same for letters that failed in the same way.</param>
/// <param name="Frame">The first method of ours in the stack.</param>
/// <param name="Stack">Where it was thrown, for failures.</param>
/// <param name="Attempts">How often it was tried.</param>
/// <param name="FirstFailedAt">UTC.</param>
/// <param name="LastFailedAt">UTC.</param>
/// <param name="State">open, redriven or discarded.</param>
/// <param name="ResolvedBy">Who redrove or discarded it.</param>
/// <param name="ResolvedAt">When.</param>
/// <param name="Note">Why it was redriven or discarded.</param>
/// <param name="History">Every act on it, oldest first; null in lists.</param>
public sealed record DeadLetterView(
    Guid Id,
    string Consumer,
    string Origin,
    string Topic,
    int? Partition,
    long? LogOffset,
    Guid? EventId,
    Guid? BatchId,
    Guid? CorrelationId,
    string ReasonCode,
    string Reason,
    string Cause,
    string? Frame,
    string? Stack,
    int Attempts,
    DateTimeOffset FirstFailedAt,
    DateTimeOffset LastFailedAt,
    string State,
    string? ResolvedBy,
    DateTimeOffset? ResolvedAt,
    string? Note,
    IReadOnlyList<DeadLetterAct>? History = null
);
