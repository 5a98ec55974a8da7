namespace Phase1.Nlp.Runs;

/// <summary>Where a run stands.</summary>
enum RunState
{
    Pending,
    Done,
    Cancelled,
}
