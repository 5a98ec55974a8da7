using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Phase1.Unit.Tests.Verification.Hygiene;

/// <summary>A test ends in the same way on a fast machine and on a slow one, today and tomorrow.</summary>
static class TimeAndChanceRules
{
    /// <summary>H-02: real time that is asserted on or ticks. How long one waits at most (Patience) is no expectation.</summary>
    internal static IEnumerable<(int Line, string What)> WallClock(TestSource source, TestSuite suite)
    {
        if (source.IsProgram)
        {
            yield break;
        }
        foreach (var watch in source.Nodes<ObjectCreationExpressionSyntax>().Where(made => made.Type.ToString() is "Stopwatch"))
        {
            yield return (TestSource.LineOf(watch), "a stopwatch");
        }
        foreach (var timer in source.Nodes<ObjectCreationExpressionSyntax>().Where(made => made.Type.ToString() is "PeriodicTimer"))
        {
            if (timer.ArgumentList?.Arguments.Count < 2)
            {
                yield return (TestSource.LineOf(timer), "a timer on the machine's clock");
            }
        }
        foreach (var assertion in Assertions.In(source.Root).Where(IsAboutElapsedTime))
        {
            yield return (TestSource.LineOf(assertion), $"{assertion} depends on the machine's speed");
        }
    }

    /// <summary>H-12: chance that nobody can repeat.</summary>
    internal static IEnumerable<(int Line, string What)> Chance(TestSource source, TestSuite suite) =>
        source.IsProgram
            ? []
            :
            [
                .. source
                    .Nodes<ObjectCreationExpressionSyntax>()
                    .Where(made => made.Type.ToString() is "Random" && made.ArgumentList is not { Arguments.Count: > 0 })
                    .Select(made => (TestSource.LineOf(made), "a random number without a seed")),
                .. source
                    .Nodes<MemberAccessExpressionSyntax>()
                    .Where(member =>
                        member is { Name.Identifier.Text: "Shared", Expression: IdentifierNameSyntax { Identifier.Text: "Random" } }
                    )
                    .Select(member => (TestSource.LineOf(member), "a random number without a seed")),
            ];

    static bool IsAboutElapsedTime(InvocationExpressionSyntax assertion)
    {
        if (Assertions.SubjectOf(assertion) is not { } subject || Assertions.Identifiers(assertion.ArgumentList).Contains("Patience"))
        {
            return false;
        }
        return IsRealTime(subject)
            || (
                subject is IdentifierNameSyntax name
                && assertion.Ancestors().OfType<MethodDeclarationSyntax>().FirstOrDefault() is { } method
                && method
                    .DescendantNodes()
                    .OfType<VariableDeclaratorSyntax>()
                    .Any(one => one.Identifier.Text == name.Identifier.Text && one.Initializer is { Value: var value } && IsRealTime(value))
            );
    }

    // A clock by hand may be asked as well: it is only the machine's that runs by itself.
    static bool IsRealTime(ExpressionSyntax expression) =>
        expression
            .DescendantNodesAndSelf()
            .OfType<InvocationExpressionSyntax>()
            .Any(call => Assertions.NameOf(call) == "GetElapsedTime" && Assertions.OwnerOf(call) is "Stopwatch" or "TimeProvider.System")
        || expression
            .DescendantNodesAndSelf()
            .OfType<MemberAccessExpressionSyntax>()
            .Any(member => member.Name.Identifier.Text.StartsWith("Elapsed", StringComparison.Ordinal));
}
