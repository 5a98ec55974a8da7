namespace Phase1.Feedback.Runs;

/// <summary>Where a run stands.</summary>
enum RunState
{
    Running,

    /// <summary>It waits for a budget or a model.</summary>
    Parked,
    Done,
    Cancelled,
}

/// <summary>What a parked run waits for.</summary>
enum ParkReason
{
    BudgetExceeded,
    QuotaExceeded,
    NoProvider,
}
