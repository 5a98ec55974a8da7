namespace Phase1.Tests.Infrastructure;

/// <summary>
/// How often a test tries what depends on chance, such as a race or a random sequence: a tenth of the whole number in the everyday run, the whole
/// number where PHASE1_VERIFY is 1.
/// </summary>
public static class Repetitions
{
    /// <summary>The environment variable that asks for the whole number.</summary>
    public const string Variable = "PHASE1_VERIFY";

    /// <summary>Whether the whole number is asked for.</summary>
    public static bool IsWhole { get; } = Environment.GetEnvironmentVariable(Variable) == "1";

    /// <param name="whole">How often it takes to be sure.</param>
    /// <returns>At least 1, and never more than the whole.</returns>
    public static int Of(int whole) => IsWhole ? whole : (whole + 9) / 10;
}
