namespace Phase1.Messaging.Storage;

/// <summary>What has become of a dead letter.</summary>
static class DeadLetterState
{
    public const string Open = "open";
    public const string Redriven = "redriven";
    public const string Discarded = "discarded";
}
