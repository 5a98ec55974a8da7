namespace Phase1.ModelGateway.Alerts;

/// <summary>When a meter reached its thresholds in this period, so that each is told once.</summary>
/// <param name="WarnedAt">The warning's.</param>
/// <param name="CriticalAt">The critical one's.</param>
/// <param name="ExceededAt">When all was spent, or a call was refused.</param>
readonly record struct MeterMarks(DateTimeOffset? WarnedAt, DateTimeOffset? CriticalAt, DateTimeOffset? ExceededAt)
{
    /// <summary>The marks of a meter that has reached a level. A jump over several marks those below it too.</summary>
    internal MeterMarks Reach(MeterLevel level, DateTimeOffset now) =>
        new(
            level >= MeterLevel.Warning ? WarnedAt ?? now : WarnedAt,
            level >= MeterLevel.Critical ? CriticalAt ?? now : CriticalAt,
            level >= MeterLevel.Exceeded ? ExceededAt ?? now : ExceededAt
        );

    /// <summary>Whether a level is reached for the first time; only the highest one is told.</summary>
    internal bool IsNews(MeterLevel level) =>
        level switch
        {
            MeterLevel.Warning => WarnedAt is null,
            MeterLevel.Critical => CriticalAt is null,
            MeterLevel.Exceeded => ExceededAt is null,
            _ => false,
        };

    /// <summary>The marks after the limit of the period was raised: it may be exceeded anew, and nothing else is told again.</summary>
    internal MeterMarks Raised() => this with { ExceededAt = null };
}
