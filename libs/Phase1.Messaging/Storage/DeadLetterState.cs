namespace Phase1.Messaging.Storage;

/// <summary>What has become of a dead letter.</summary>
enum DeadLetterState
{
    Open,
    Redriven,
    Discarded,
}
