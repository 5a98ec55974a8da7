namespace Phase1.BatchOrchestrator.Batches.Explanation;

/// <summary>How far the texts of a batch have come, as ELS says.</summary>
sealed record TextProgress(int Arrived, int Failed);

/// <summary>How far the decisions about authors have come, and when CMS decides by itself.</summary>
sealed record DecisionProgress(int Total, int Undecided, DateTimeOffset Deadline)
{
    public int Decided => Total - Undecided;
}
