using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Phase1.Unit.Tests.Verification.Hygiene;

/// <summary>H-11: a setting that turns something off for every test that shares it. (That every project of tests is run, Tests_are_honest looks at itself.)</summary>
static class SwitchRules
{
    internal static IEnumerable<(int Line, string What)> TurnedOff(TestSource source, TestSuite suite) =>
        source.Suite == "Infrastructure"
            ? source
                .Nodes<AssignmentExpressionSyntax>()
                .Where(one => one.Left is ImplicitElementAccessSyntax && one.Right.ToString() is "\"false\"" or "\"False\"")
                .Select(one => (TestSource.LineOf(one), $"{one} for all tests"))
            : [];
}
