namespace Phase1.Nlp.Runs;

/// <summary>A finished run in numbers.</summary>
sealed record RunCounts(int TotalEssays, int Processed, int Matched, int Unmatched, int Failed);
