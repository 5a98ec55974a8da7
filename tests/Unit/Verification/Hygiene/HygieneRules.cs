namespace Phase1.Unit.Tests.Verification.Hygiene;

/// <summary>The rules for the sources of tests. A suite that breaks none of them can still be wrong; one that breaks them proves less than it shows.</summary>
static class HygieneRules
{
    internal static IReadOnlyList<HygieneRule> All { get; } =
    [
        new("H-01", AssertionRules.WithoutAssertion),
        new("H-02", TimeAndChanceRules.WallClock),
        new("H-03", SwallowRules.Swallowed),
        new("H-04", DoubleRules.Doubles),
        new("H-05", BranchRules.MayNotBeReached),
        new("H-06", AssertionRules.ContentWithLittle),
        new("H-07", AssertionRules.CannotFail),
        new("H-08", RunRules.Skips),
        new("H-09", RunRules.NotRun),
        new("H-10", RunRules.Nameless),
        new("H-11", SwitchRules.TurnedOff),
        new("H-12", TimeAndChanceRules.Chance),
    ];
}
