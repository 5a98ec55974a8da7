namespace Phase1.Messaging.Storage;

/// <summary>Where a dead letter comes from, and so where it goes when it is redriven.</summary>
enum DeadLetterOrigin
{
    /// <summary>A record of the log.</summary>
    Log,

    /// <summary>An event that the log rejected: it was never published.</summary>
    Outbox,

    /// <summary>A fact that the service had parked; it has no place on the log any more.</summary>
    Parked,
}
