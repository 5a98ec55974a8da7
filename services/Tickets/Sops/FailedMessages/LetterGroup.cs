namespace Phase1.Tickets.Sops.FailedMessages;

/// <summary>Dead letters of one service that failed in one way, as the service counts them.</summary>
sealed record LetterGroup(
    string Cause,
    string Consumer,
    string Topic,
    string ReasonCode,
    int Count,
    int Batches,
    DateTimeOffset FirstFailedAt,
    DateTimeOffset LastFailedAt
);
