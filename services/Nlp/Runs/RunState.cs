namespace Phase1.Nlp.Runs;

/// <summary>Where a run stands; stored in lower case.</summary>
enum RunState
{
    Pending,
    Done,
    Cancelled,
}
