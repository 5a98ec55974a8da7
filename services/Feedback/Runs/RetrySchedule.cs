namespace Phase1.Feedback.Runs;

/// <summary>When a run is tried again that lacks something.</summary>
static class RetrySchedule
{
    const double LongestSeconds = 60;
    const double Jitter = 0.2;

    /// <summary>1, 2, 4 ... 60 s after an attempt, give or take a fifth, so that instances do not ask all at once.</summary>
    /// <param name="attempts">Since the last progress, this one among them.</param>
    /// <param name="now">The present.</param>
    /// <param name="chance">0 to 1.</param>
    public static DateTimeOffset Next(int attempts, DateTimeOffset now, double chance) =>
        now.AddSeconds(Math.Min(Math.Pow(2, Math.Clamp(attempts - 1, 0, 30)), LongestSeconds) * (1 - Jitter + (2 * Jitter * chance)));
}
