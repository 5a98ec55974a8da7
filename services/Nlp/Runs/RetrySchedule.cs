namespace Phase1.Nlp.Runs;

/// <summary>When a run is tried again that lacks its roster or texts.</summary>
static class RetrySchedule
{
    const double LongestSeconds = 60;

    // After a result the teacher may decide without us, and nobody waits.
    const double LongestAfterResultSeconds = 300;
    const double Jitter = 0.2;

    /// <summary>1, 2, 4 ... 60 s (300 s once a result has been sent) after an attempt, give or take a fifth, so that instances do not ask all at once; never after the end.</summary>
    public static DateTimeOffset Next(int attempts, DateTimeOffset now, DateTimeOffset giveUpAt, bool hasResult, double chance)
    {
        var longest = hasResult ? LongestAfterResultSeconds : LongestSeconds;
        var seconds = Math.Min(Math.Pow(2, Math.Clamp(attempts - 1, 0, 30)), longest);
        var next = now.AddSeconds(seconds * (1 - Jitter + (2 * Jitter * chance)));
        return next < giveUpAt ? next : giveUpAt;
    }
}
