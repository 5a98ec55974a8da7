namespace Phase1.BatchOrchestrator.Batches.Explanation;

/// <summary>How far the texts of a batch have come, as ELS says.</summary>
sealed record TextProgress(int Arrived, int Failed);

/// <summary>How far the decisions about authors have come, and when CMS decides by itself.</summary>
/// <param name="Total">The essays.</param>
/// <param name="Matched">Those with a proposed student, and those that are decided.</param>
/// <param name="Undecided">Those that the teacher has still to decide.</param>
/// <param name="Deadline">When the undecided ones are decided without the teacher.</param>
sealed record DecisionProgress(int Total, int Matched, int Undecided, DateTimeOffset Deadline)
{
    public int Decided => Total - Undecided;

    public DecisionCounts Counts => new(Total, Matched, Undecided);
}

/// <summary>The same as numbers alone.</summary>
sealed record DecisionCounts(int Total, int Matched, int Undecided);

/// <summary>What the sentence is made of, for those who say it in another language; null what is not awaited, or what nobody could say.</summary>
/// <param name="Texts">While texts are awaited.</param>
/// <param name="Decisions">While decisions are awaited.</param>
sealed record BatchProgress(TextProgress? Texts, DecisionCounts? Decisions);
