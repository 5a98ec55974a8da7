namespace Phase1.Nlp.Runs;

/// <summary>When a run without a roster is tried again.</summary>
static class RetrySchedule
{
    const double LongestSeconds = 60;
    const double Jitter = 0.2;

    /// <summary>1, 2, 4 ... 60 s after an attempt, give or take a fifth, so that instances do not ask all at once; never after the end.</summary>
    public static DateTimeOffset Next(int attempts, DateTimeOffset now, DateTimeOffset giveUpAt, double chance)
    {
        var seconds = Math.Min(Math.Pow(2, Math.Clamp(attempts - 1, 0, 30)), LongestSeconds);
        var next = now.AddSeconds(seconds * (1 - Jitter + (2 * Jitter * chance)));
        return next < giveUpAt ? next : giveUpAt;
    }
}
