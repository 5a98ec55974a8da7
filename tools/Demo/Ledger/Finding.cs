namespace Phase1.Demo.Ledger;

/// <summary>An effect that is not there as often as it should be.</summary>
/// <param name="Sentence">What is wrong.</param>
/// <param name="Lost">How many are missing.</param>
/// <param name="Doubled">How many are too many.</param>
sealed record Finding(string Sentence, int Lost, int Doubled)
{
    /// <summary>Null when there are as many as there should be.</summary>
    internal static Finding? Of(string what, int expected, int found) =>
        found == expected
            ? null
            : new($"{what}: {found} instead of {expected}", Math.Max(0, expected - found), Math.Max(0, found - expected));
}
