using System.Globalization;
using System.Text.Json;

namespace Phase1.Benchmarks.Endurance;

/// <summary>What the neighbour's transaction came to.</summary>
/// <param name="Open">How long it was open.</param>
/// <param name="Without">Without it.</param>
/// <param name="With">In the last part of the time with it.</param>
sealed record NeighbourFigures(TimeSpan Open, StreamFigures Without, StreamFigures With)
{
    const double MostCost = 1.2;

    double Cost => With.MicrosecondsAMessage / Without.MicrosecondsAMessage;

    public bool IsTolerable => Cost <= MostCost;

    public string ToJson() =>
        JsonSerializer.Serialize(
            new
            {
                open_s = Open.TotalSeconds,
                without_us_per_msg = Math.Round(Without.MicrosecondsAMessage),
                with_us_per_msg = Math.Round(With.MicrosecondsAMessage),
                cost = Math.Round(Cost, 2),
                without_behind_s = Math.Round(Without.Behind.TotalSeconds, 1),
                with_behind_s = Math.Round(With.Behind.TotalSeconds, 1),
            }
        );

    public string ToText() =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"""
            a transaction open for {Open.TotalSeconds:N0} s
            processor time     {With.MicrosecondsAMessage:N0} us a message at its end, {Without.MicrosecondsAMessage:N0} us without it: {Cost:0.00} times, at most {MostCost} is tolerable
            the last message   {With.Behind.TotalSeconds:N1} s after it was fed, {Without.Behind.TotalSeconds:N1} s without
            """
        );
}
