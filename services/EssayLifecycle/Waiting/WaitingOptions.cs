using Phase1.ServiceDefaults;

namespace Phase1.EssayLifecycle.Waiting;

/// <summary>Section <c>Waiting</c>: how long facts wait for a batch that nobody has registered.</summary>
sealed class WaitingOptions : IValidatedOptions
{
    /// <summary>How often is looked.</summary>
    public TimeSpan Interval { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>Far longer than a registration can be late, short enough that a teacher still remembers the upload.</summary>
    public TimeSpan UnknownBatch { get; set; } = TimeSpan.FromHours(24);

    public IEnumerable<string> Validate()
    {
        if (Interval <= TimeSpan.Zero || UnknownBatch <= TimeSpan.Zero)
        {
            yield return "Interval and UnknownBatch must be above zero.";
        }
    }
}
