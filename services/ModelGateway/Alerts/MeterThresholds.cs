namespace Phase1.ModelGateway.Alerts;

/// <summary>How far a meter has come.</summary>
enum MeterLevel
{
    Ok,
    Warning,
    Critical,
    Exceeded,
}

/// <summary>The shares of a limit at which somebody is told; the same for tokens and for money.</summary>
/// <param name="WarningPercent">Above 0.</param>
/// <param name="CriticalPercent">Above the warning's, at most 100.</param>
readonly record struct MeterThresholds(decimal WarningPercent, decimal CriticalPercent)
{
    internal static MeterThresholds Usual { get; } = new(80, 95);

    /// <summary>How much of a limit is spent, in percent. Of a limit of 0 all is spent, of none nothing.</summary>
    internal static decimal PercentOf(decimal spent, decimal? limit) =>
        limit switch
        {
            null => 0,
            0 => 100,
            { } some => spent * 100 / some,
        };

    /// <summary>The level that a meter has reached by what is spent.</summary>
    internal MeterLevel LevelOf(decimal spent, decimal? limit) =>
        PercentOf(spent, limit) switch
        {
            >= 100 => MeterLevel.Exceeded,
            var percent when percent >= CriticalPercent => MeterLevel.Critical,
            var percent when percent >= WarningPercent => MeterLevel.Warning,
            _ => MeterLevel.Ok,
        };
}
