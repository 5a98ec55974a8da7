namespace Phase1.Unit.Tests.Verification.Hygiene;

/// <summary>Where a rule is broken.</summary>
/// <param name="Rule">As in H-01.</param>
/// <param name="Path">The file.</param>
/// <param name="Line">The line, from 1.</param>
/// <param name="What">What is wrong.</param>
sealed record Flag(string Rule, string Path, int Line, string What)
{
    public override string ToString() => $"{Rule} {Path}:{Line} {What}";
}

/// <summary>A rule for the sources of tests.</summary>
/// <param name="Id">As in H-01.</param>
/// <param name="Find">What breaks it in a file, each with its line; the second argument knows the other files.</param>
sealed record HygieneRule(string Id, Func<TestSource, TestSuite, IEnumerable<(int Line, string What)>> Find)
{
    internal IEnumerable<Flag> FlagsIn(TestSource source, TestSuite suite) =>
        Find(source, suite).Select(found => new Flag(Id, source.Path, found.Line, found.What));
}
