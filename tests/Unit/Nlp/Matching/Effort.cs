using FsCheck;

namespace Phase1.Unit.Tests.Nlp.Matching;

/// <summary>How often a property is tried: seldom while hundreds of mutants are each run against all the tests.</summary>
static class Effort
{
    const int UnderMutation = 4;

    public static readonly bool IsMutated = Environment.GetEnvironmentVariable("PHASE1_SEQUENCES") is { Length: > 0 };

    public static Config Of(int times) => Config.QuickThrowOnFailure.WithMaxTest(IsMutated ? Math.Min(UnderMutation, times) : times);
}
