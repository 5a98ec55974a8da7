namespace Phase1.EssayLifecycle.Slots;

enum EssayStatus
{
    /// <summary>A slot that waits for a file.</summary>
    Uploaded,
    ReadyForProcessing,
    ContentIngestionFailed,

    /// <summary>The teacher left it out of the batch.</summary>
    Excluded,
}
