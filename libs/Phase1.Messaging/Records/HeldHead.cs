namespace Phase1.Messaging.Records;

/// <summary>How a record stands in <c>held_messages</c> as the first of its key: the only one of it that may be tried.</summary>
/// <param name="Seq">Its row.</param>
/// <param name="Attempts">How often it has failed since it was held or redriven.</param>
/// <param name="DueAt">Since when it may be tried.</param>
/// <param name="FirstFailedAt">Null for a follower that has become the head.</param>
/// <param name="DeadLetterId">Set when it was dead-lettered before: only an operator's redrive makes it due again.</param>
sealed record HeldHead(long Seq, int Attempts, DateTimeOffset DueAt, DateTimeOffset? FirstFailedAt, Guid? DeadLetterId);
