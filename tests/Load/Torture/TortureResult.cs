using System.Globalization;
using System.Text.Json;
using Phase1.Demo.Client;

namespace Phase1.Load.Torture;

/// <summary>What the torture came to.</summary>
/// <param name="Kills">SIGKILLs to services.</param>
/// <param name="BrokerOutages">Times that the broker was stopped, killed or paused.</param>
/// <param name="DatabaseOutages">Times that PostgreSQL was stopped as in a crash.</param>
/// <param name="Batches">Batches handed in.</param>
/// <param name="BatchesFinished">Those that are ready.</param>
/// <param name="Lost">Records and effects that are missing.</param>
/// <param name="Duplicated">Effects that are there more than once.</param>
/// <param name="IllegalPaths">Batches whose history is no legal path.</param>
/// <param name="LongestStallS">By kind of harm the longest time from its end to the next step of a batch that it touched, in seconds.</param>
/// <param name="Failure">What ended the run before its end; null when nothing did.</param>
sealed record TortureResult(
    int Kills,
    int BrokerOutages,
    int DatabaseOutages,
    int Batches,
    int BatchesFinished,
    int Lost,
    int Duplicated,
    int IllegalPaths,
    IReadOnlyDictionary<string, double> LongestStallS,
    string? Failure
)
{
    internal bool IsClean => Failure is null && Lost == 0 && Duplicated == 0 && IllegalPaths == 0 && BatchesFinished == Batches;

    public override string ToString() =>
        $"{Kills} kills, {DatabaseOutages} outages of PostgreSQL, {BrokerOutages} of the broker; {BatchesFinished} of {Batches} batches finished; "
        + $"{Lost} lost, {Duplicated} duplicated, {IllegalPaths} illegal paths; longest stalls: "
        + string.Join(", ", LongestStallS.Select(stall => string.Create(CultureInfo.InvariantCulture, $"{stall.Key} {stall.Value:0.0} s")))
        + (Failure is null ? "" : $"; {Failure}");

    internal string ToJson() => JsonSerializer.Serialize(this, Wire.Json);
}
