using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Phase1.Unit.Tests.Verification.Hygiene;

/// <summary>A test asserts something, and what it asserts could be otherwise.</summary>
static class AssertionRules
{
    static readonly string[] ChangingCalls =
    [
        "PostAsync",
        "PostAsJsonAsync",
        "PutAsync",
        "PutAsJsonAsync",
        "PatchAsync",
        "PatchAsJsonAsync",
        "DeleteAsync",
    ];

    static readonly string[] Successes =
    [
        "HttpStatusCode.OK",
        "HttpStatusCode.Created",
        "HttpStatusCode.Accepted",
        "HttpStatusCode.NoContent",
    ];

    /// <summary>H-01: a test that asserts nothing, itself or in what it calls.</summary>
    internal static IEnumerable<(int Line, string What)> WithoutAssertion(TestSource source, TestSuite suite) =>
        source
            .Tests.Where(test => !Assertions.In(test).Any() && !CallsOf(test).Any(call => suite.Asserts(Assertions.NameOf(call))))
            .Select(test => (TestSource.LineOf(test.Identifier.GetLocation()), $"{test.Identifier.Text} asserts nothing"));

    /// <summary>H-06: a test that would pass if nothing had been done.</summary>
    internal static IEnumerable<(int Line, string What)> ContentWithLittle(TestSource source, TestSuite suite) =>
        from test in source.Tests
        let assertions = Assertions.In(test).ToList()
        where assertions.Count > 0 && !CallsOf(test).Except(assertions).Any(call => suite.Asserts(Assertions.NameOf(call)))
        let weak = assertions.All(Assertions.IsWeak)
        let status = assertions.All(one => Assertions.IsWeak(one) || IsStatusOfSuccess(one))
        where weak || (status && CallsOf(test).Any(call => ChangingCalls.Contains(Assertions.NameOf(call))))
        select (
            TestSource.LineOf(test.Identifier.GetLocation()),
            $"{test.Identifier.Text} asserts only that {(weak ? "something is there or nothing was thrown" : "a change was answered with success")}"
        );

    /// <summary>H-07: an expectation that cannot fail.</summary>
    internal static IEnumerable<(int Line, string What)> CannotFail(TestSource source, TestSuite suite) =>
        Assertions.In(source.Root).Where(IsTautology).Select(one => (TestSource.LineOf(one), $"{one} cannot fail"));

    static bool IsTautology(InvocationExpressionSyntax assertion)
    {
        var arguments = assertion.ArgumentList.Arguments.Select(argument => argument.Expression).ToList();
        var owner = Assertions.OwnerOf(assertion);
        var (subject, expected) = owner is "Assert" or "Xunit.Assert"
            ? (arguments.FirstOrDefault(), arguments.ElementAtOrDefault(1))
            : (Assertions.SubjectOf(assertion), arguments.FirstOrDefault());
        if (subject is null)
        {
            return false;
        }
        return Assertions.NameOf(assertion) switch
        {
            "ShouldBe" or "ShouldBeEquivalentTo" or "Equal" => expected is not null
                && ((IsLiteral(subject) && IsLiteral(expected)) || (IsPure(subject) && subject.ToString() == expected.ToString())),
            // A property that is made once is the same object twice.
            "ShouldBeSameAs" or "Same" => subject is IdentifierNameSyntax && subject.ToString() == expected?.ToString(),
            "ShouldBeTrue" or "ShouldBeFalse" or "True" or "False" => IsLiteral(subject),
            "ShouldBeGreaterThanOrEqualTo" => expected?.ToString() == "0" && IsCount(subject),
            _ => false,
        };
    }

    static bool IsLiteral(ExpressionSyntax expression) => expression is LiteralExpressionSyntax;

    // The same call twice may have two answers.
    static bool IsPure(ExpressionSyntax expression) =>
        !expression
            .DescendantNodesAndSelf()
            .Any(node => node is InvocationExpressionSyntax or AwaitExpressionSyntax or BaseObjectCreationExpressionSyntax);

    static bool IsCount(ExpressionSyntax expression) =>
        expression is MemberAccessExpressionSyntax { Name.Identifier.Text: "Count" or "Length" }
        || (expression is InvocationExpressionSyntax call && Assertions.NameOf(call) == "Count");

    static bool IsStatusOfSuccess(InvocationExpressionSyntax assertion) =>
        Assertions.NameOf(assertion) == "ShouldBe"
        && assertion.ArgumentList.Arguments is [var expected, ..]
        && Successes.Contains(expected.Expression.ToString());

    static IEnumerable<InvocationExpressionSyntax> CallsOf(MethodDeclarationSyntax test) =>
        test.DescendantNodes().OfType<InvocationExpressionSyntax>();
}
